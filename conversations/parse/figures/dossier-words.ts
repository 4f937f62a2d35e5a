/** The words for dossiers: what was received, resolved and is pending, by which way, and in what time. */
import { label, type Words } from './sense.ts';

export const DOSSIERS: Words = [
  [
    'tiếp nhận|nhận|tn|thu|nhận mới|tiếp nhận mới|nhận vào|thu nhận|mới nhận|mới tiếp nhận|nhận trong kỳ|tiếp nhận trong kỳ|' +
      'mới tiếp nhận trong kỳ|đã nhận|đã tiếp nhận|nhận được|tiếp nhận được|thụ lý|hồ sơ đến|nhận mới trong kỳ|mới trong kỳ|' +
      't nhận|tnhận|tiếp nhân|nộp vào|dân nộp|thu vô|nhận vô|thu vào|t n',
    label('receive'),
  ],
  ['nhận thêm|tiếp nhận thêm|nhận mới thêm|nhận thêm mới|thu thêm', label('receive', 'fresh')],
  [
    'giải quyết|gq|đã giải quyết|đã gq|xong|đã xong|trả|đã trả|giải quyết xong|gq xong|trả kết quả|đã trả kết quả|hoàn thành|' +
      'đã hoàn thành|giải quyết được|gq được|làm xong|g quyết|gquyết|g q|đã giải quyết xong|đã gq xong|trả dân|đã trả dân|trả kq|' +
      'xử lý xong|trả đủ|đã trả đủ|gq đủ|giải quyết đủ|đã gq đủ|đã giải quyết đủ|xử lý đủ|trả đầy đủ|đã trả đầy đủ|gq đầy đủ|giải quyết đầy đủ|đã giải quyết đầy đủ|đã xử lý|đã xử lý xong|xử lý được|tổng giải quyết|tổng gq|trả được|trả ra|giải quyết và trả|đã giải quyết và trả|trả cho dân|' +
      'gia quyết|đã gia quyết|giải quyệt|giải quyểt',
    label('resolve'),
  ],
  [
    'đang giải quyết|đang gq|đang xử lý|đang làm|chưa giải quyết|chưa gq|chưa xong|chưa trả|chưa xử lý|chưa xử lý xong|còn tồn|tồn cuối kỳ|' +
      'tồn lại|hồ sơ tồn đọng|hs tồn đọng|đang chờ|chưa giải quyết xong|chưa gq xong|đang thụ lý|đang xl|đang g quyết|còn đang giải quyết|còn đang gq|' +
      'còn đang xử lý|còn chưa giải quyết|tồn chưa giải quyết|còn tồn đọng|tồn đọng|chuyển kỳ sau|chuyển sang kỳ sau|chuyển qua kỳ sau|' +
      'chuyển tháng sau|chuyển sang tháng sau|tồn cuối tháng|chưa trả kết quả|đang trong quá trình giải quyết|chưa hoàn thành|cuối kỳ|còn cuối kỳ|dư cuối kỳ|' +
      'tổng đang giải quyết|còn phải giải quyết|còn phải gq|còn phải xử lý|còn chưa xong|đang tồn|còn treo|chưa trả dân',
    label('pending'),
  ],
  ['còn|còn có|hiện còn', label('still')],
  [
    'kỳ trước chuyển qua|kỳ trước chuyển sang|kỳ trước|tháng trước chuyển qua|tháng trước chuyển sang|tháng trước qua|kỳ trước qua|' +
      'tháng trước còn|kỳ trước còn|tồn đầu kỳ|tồn kỳ trước|tồn tháng trước|tồn cũ|hồ sơ cũ|hs cũ|từ kỳ trước|từ kỳ trước chuyển qua|' +
      'từ kỳ trước chuyển sang|từ tháng trước chuyển sang|từ tháng trước chuyển qua|từ tháng trước|chuyển qua|chuyển sang|chuyển tiếp|' +
      'kỳ trước để lại|tháng trước để lại|tồn đầu tháng|đầu kỳ|năm trước chuyển sang|năm trước chuyển qua|kt chuyển|kt chuyển qua|kt chuyển sang|' +
      'cũ chuyển sang|cũ chuyển qua|tháng trước tồn|kỳ trước tồn|tồn từ kỳ trước|tồn từ tháng trước|kỳ trước chuyển|tháng trước chuyển|' +
      'kỳ trước chuyển tiếp|tồn kỳ trước chuyển sang|tồn kỳ trước chuyển qua|tồn tháng trước chuyển sang|tồn tháng trước chuyển qua|' +
      'từ kỳ trước sang|kỳ trước sang|tháng trước sang|tồn của kỳ trước|tồn của tháng trước|cũ|chuyển từ tháng trước|chuyển từ kỳ trước|chuyển từ tháng trước sang|chuyển từ kỳ trước sang|chuyển từ tháng trước qua|' +
      'chuyển từ kỳ trước qua|số dư đầu kỳ|dư đầu kỳ|chuyển kỳ trước',
    label('carried'),
  ],
  ['tồn|hồ sơ tồn|hs tồn|số tồn', label('stock')],
  [
    'tổng phải giải quyết|tổng số phải giải quyết|phải giải quyết|tổng cộng phải giải quyết|tổng số hồ sơ phải giải quyết|tổng phải gq|tổng số phải gq|phải gq|tổng phải xử lý|phải xử lý|cần giải quyết|cần gq',
    label('to_process'),
  ],
  ['phát sinh|ps|hồ sơ phát sinh|hs phát sinh|tổng phát sinh', label('generated')],
  [
    'trực tuyến|online|onl|on|ol|onlai|onlie|dvc|dvctt|dịch vụ công|qua mạng|trên mạng|mạng|cổng dvc|cổng dịch vụ công|dịch vụ công trực tuyến|' +
      't tuyến|ttuyến|tr tuyến|trtuyến|qua dvc|qua cổng|nộp online|onlin|on line|trên dvc|trên cổng|qua cổng dvc|dvc quốc gia|qua dvc quốc gia|cổng dvc quốc gia|qua cổng dvc quốc gia|dịch vụ công quốc gia|cổng dịch vụ công quốc gia|qua cổng dịch vụ công quốc gia|vneid|trực tuyên|' +
      'trức tuyến|trực tuyền|trực tuyện',
    label('online'),
  ],
  [
    'trực tiếp|tại quầy|quầy|giấy|hồ sơ giấy|hs giấy|nộp giấy|t tiếp|ttiếp|tr tiếp|trtiếp|tại chỗ|nộp tại quầy|ở quầy|' +
      'nộp trực tiếp|tại trung tâm|bản giấy|trực tiếp tại quầy|trực tiếp quầy|trực tiếp ở quầy|tt quầy|tt tại quầy|tt ở quầy|offline|off|nhận tại quầy|nộp tay|nộp tại bộ phận một cửa|nộp tại một cửa|nộp ở một cửa|nộp ở bộ phận một cửa|' +
      'trức tiếp|trực tiệp',
    label('direct'),
  ],
  [
    'bưu điện|bưu chính|qua bưu điện|qua bưu chính|bưu chính công ích|bcci|dịch vụ bưu chính|đường bưu điện|bđ|bưu cục|qua bưu cục|' +
      'qua bưu chính công ích|dịch vụ bưu chính công ích|qua dịch vụ bưu chính|qua dịch vụ bưu chính công ích|qua bcci',
    label('post'),
  ],
  ['trước hạn|sớm|sớm hạn|trước thời hạn|trc hạn|trước hẹn|tr hạn|sớm hẹn|trcs hạn', label('early')],
  ['đúng hạn|đh|kịp|kịp hạn|đúng hẹn|đúng thời hạn|đ hạn|đhạn|kịp thời hạn|đúng tiến độ|đ h', label('on_time')],
  [
    'quá hạn|qh|trễ|trễ hạn|chậm|chậm hạn|muộn|trễ hẹn|quá thời hạn|q hạn|qhạn|muộn hạn|quá hẹn|chậm muộn|bị trễ|q h|bị quá hạn|' +
      'chậm trễ|trễ quá hạn|bị chậm|trễ hạn trả|trễ mất|chậm mất|muộn mất|quá hạn mất|trễ hạn mất|chậm hạn mất|trễ hẹn mất|quá hẹn mất|qh mất',
    label('late'),
  ],
  ['trong hạn|trong thời hạn|th hạn', label('in_time')],
  [
    'còn hạn|còn trong hạn|đang trong hạn|đang còn hạn|đang còn trong hạn|chưa đến hạn|chưa tới hạn|chưa quá hạn|còn trong thời hạn',
    label('pending', 'in_time'),
  ],
  [
    'đúng và trước hạn|trước và đúng hạn|đúng trước hạn|trước đúng hạn|sớm và đúng hạn|đúng và sớm hạn|trước hạn và đúng hạn|' +
      'đúng hoặc trước hạn|trước hoặc đúng hạn|đúng hạn hoặc trước hạn|trước hạn hoặc đúng hạn|sớm hoặc đúng hạn|đúng hoặc sớm hạn|' +
      'đúng hạn và trước hạn|đúng hạn trước hạn|đúng hạn và sớm|đúng và trước thời hạn|trước và đúng thời hạn',
    label('early', 'on_time'),
  ],
  ['th', label('th')],
  // "đã gq" or "đang gq"
  ['đgq', label('resolve', 'pending')],
  [
    'trả lại|từ chối|rút|xin rút|hoàn trả|trả hồ sơ|chờ bổ sung|yêu cầu bổ sung|tạm dừng|rút hồ sơ|trả lại hồ sơ|hủy|huỷ',
    label('withdrawn'),
  ],
  [
    'thanh toán trực tuyến|thanh toán online|thanh toán qua mạng|nộp phí trực tuyến|nộp phí online|nộp lệ phí trực tuyến|nộp lệ phí online|thu phí trực tuyến|' +
      'thu phí online|thu lệ phí trực tuyến|thu lệ phí online|thanh toán phí trực tuyến|thanh toán lệ phí trực tuyến|thanh toán dvc|' +
      'số hóa|số hoá|đã số hóa|số hóa được|đã số hoá|hướng dẫn dân nộp|hướng dẫn người dân nộp|hỗ trợ dân nộp|hỗ trợ người dân nộp|hướng dẫn nộp|hỗ trợ nộp',
    label('aside'),
  ],
  [
    'sắp quá hạn|sắp trễ|sắp trễ hạn|sắp đến hạn|sắp tới hạn|sắp hết hạn|gần đến hạn|gần tới hạn|gần hết hạn|gần quá hạn|có nguy cơ trễ hạn|có nguy cơ quá hạn',
    label('aside'),
  ],
  ['tồn quá hạn|đang quá hạn|đang trễ|đang trễ hạn|đang chậm|còn quá hạn chưa giải quyết', label('pending', 'late')],
];
