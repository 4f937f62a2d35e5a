/**
 * The page's own few words, in Vietnamese and English. What the bot says comes from the bot, in the language of the
 * person it speaks to.
 */
const words = {
  vi: {
    practice: 'Chế độ tập huấn · số liệu minh hoạ',
    language: 'Ngôn ngữ của trang',
    choose: 'Chọn người để trò chuyện',
    chooseHint: 'Mỗi điện thoại là của một người: tin nhắn của ai chỉ hiện ở điện thoại người đó.',
    find: 'Tìm theo tên hoặc đơn vị',
    foundNone: 'Không tìm thấy ai',
    guest: 'Người mới, chưa đăng ký',
    guestNote: 'Thử đăng ký bằng mã được cấp',
    taken: 'Đang mở ở điện thoại bên cạnh',
    addPhone: 'Thêm điện thoại',
    addPhoneHint: 'Mở cùng lúc tối đa ba người',
    closePhone: 'Đóng điện thoại này',
    back: 'Chọn người khác',
    phoneOf: 'Điện thoại của {name}',
    messages: 'Tin nhắn của {name}',
    write: 'Nhắn cho Trợ lý',
    send: 'Gửi',
    sending: 'Đang gửi',
    unsent: 'Chưa gửi được, bấm để gửi lại',
    refused: 'Tin này không gửi được',
    tooLong: 'Dài quá {max} ký tự, xin chia thành nhiều tin',
    left: 'Còn {count} ký tự',
    offline: 'Mất kết nối, đang nối lại. Tin đã gõ được giữ và sẽ tự gửi.',
    loading: 'Đang tải tin nhắn',
    typing: 'Trợ lý đang soạn',
    empty: 'Chưa có tin nhắn nào. Mời gửi một lời chào để bắt đầu.',
    older: 'Chỉ hiện {max} tin mới nhất',
    today: 'Hôm nay',
    yesterday: 'Hôm qua',
    download: 'Tải về',
    picture: 'Ảnh {name}, bấm để mở lớn',
    newMessages: 'Tin mới',
    bot: 'Trợ lý',
    you: 'Bạn',
    chosen: 'đã chọn',
    secret: 'Mật khẩu của trang',
    enter: 'Vào trang',
    secretWrong: 'Mật khẩu chưa đúng. Xin hỏi người quản trị.',
    secretWait: 'Đã thử nhiều lần. Xin thử lại sau {minutes} phút.',
  },
  en: {
    practice: 'Training mode · sample figures',
    language: 'Language of this page',
    choose: 'Choose who you are',
    chooseHint: 'Each phone belongs to one person: messages appear only on the phone they are for.',
    find: 'Find a name or unit',
    foundNone: 'Nobody found',
    guest: 'Newcomer, not enrolled',
    guestNote: 'Try enrolling with a code',
    taken: 'Open on the phone beside',
    addPhone: 'Add a phone',
    addPhoneHint: 'Up to three people at once',
    closePhone: 'Close this phone',
    back: 'Choose somebody else',
    phoneOf: 'Phone of {name}',
    messages: 'Messages of {name}',
    write: 'Message the assistant',
    send: 'Send',
    sending: 'Sending',
    unsent: 'Not sent, tap to try again',
    refused: 'This message could not be sent',
    tooLong: 'Longer than {max} characters, please split it',
    left: '{count} characters left',
    offline: 'Connection lost, reconnecting. What you type is kept and will be sent.',
    loading: 'Loading messages',
    typing: 'The assistant is typing',
    empty: 'No messages yet. Say hello to begin.',
    older: 'Only the newest {max} messages are shown',
    today: 'Today',
    yesterday: 'Yesterday',
    download: 'Download',
    picture: 'Picture {name}, tap to enlarge',
    newMessages: 'New messages',
    bot: 'Assistant',
    you: 'You',
    chosen: 'chosen',
    secret: 'Password of this page',
    enter: 'Enter',
    secretWrong: 'Wrong password. Please ask the administrator.',
    secretWait: 'Too many tries. Please try again in {minutes} minutes.',
  },
};

const KEY = 'web-chat.language';

/** 'vi' unless the person switched. */
export const language = localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
document.documentElement.lang = language;

const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'vi-VN');

/** One phrase, its {places} filled. */
export function t(key, places = {}) {
  return words[language][key].replace(/\{(\w+)\}/g, (_, name) =>
    typeof places[name] === 'number' ? number.format(places[name]) : places[name],
  );
}

/** Switches the page; it is loaded again, which loses nothing. */
export function switchLanguage(to) {
  localStorage.setItem(KEY, to);
  location.reload();
}
