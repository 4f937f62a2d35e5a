/** The operator's door: `npm run -s cli -- <command>`. Each command prints plain lines and exits non-zero on bad input. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Command, CommanderError } from 'commander';
import pino from 'pino';
import { ARCHIVE_FILE, REAL_WORLD } from './app.ts';
import { backUpTo, restoreFrom, verifyData } from './cli/backup.ts';
import { issueCodeFor } from './cli/code.ts';
import { diagnose } from './cli/doctor.ts';
import { importRoster } from './cli/import.ts';
import { parseLine, parseText } from './cli/parse.ts';
import { planBetween } from './cli/plan.ts';
import { openPlayer } from './cli/play.ts';
import { compileUnitYear } from './cli/report.ts';
import { wrongSettings } from './cli/wrong-settings.ts';
import { logInToZalo } from './cli/zalo-login.ts';
import { type Config, ConfigError, loadEnvironment, readConfig } from './config.ts';
import { openArchive } from './db/open.ts';
import { claimMode, modeOf } from './db/settings.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

interface DataOption {
  data?: string;
}

/** Where the command's data is: --data, DATA_DIR, or `data`. */
const settings = (options: DataOption): Config =>
  readConfig({ ...loadEnvironment(), ...(options.data === undefined ? {} : { DATA_DIR: options.data }) });

async function* linesOfStdin(): AsyncGenerator<string> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
}

function addImport(program: Command): void {
  program
    .command('import <file>')
    .description('nhập danh sách đơn vị và cán bộ (.xlsx, .csv), ghi mã đăng ký ra tệp')
    .option('--data <dir>', 'thư mục dữ liệu')
    .option('--dry-run', 'chỉ xem sẽ làm gì, không ghi gì')
    .action(async (file: string, options: DataOption & { dryRun?: boolean }) => {
      const config = settings(options);
      const archive = openArchive(join(config.dataDir, ARCHIVE_FILE));
      try {
        const { dryRun = false } = options;
        if (!dryRun) archive.write((tx) => claimMode(tx, modeOf(tx) === 'play' ? 'play' : 'real'));
        const { clock, random } = REAL_WORLD;
        const order = { file, archive, at: clock(), random, out: config.dataDir, print, dryRun };
        process.exitCode = await importRoster(order);
      } finally {
        archive.close();
      }
    });
}

function addCode(program: Command): void {
  program
    .command('code <person>')
    .description('cấp mã đăng ký mới cho một người (mã cũ chưa dùng hết hiệu lực)')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action((person: string, options: DataOption) => {
      print(issueCodeFor(settings(options), person, REAL_WORLD));
    });
}

function addParse(program: Command): void {
  program
    .command('parse [text]')
    .description('máy hiểu một tin nhắn thế nào, một dòng JSON')
    .option('--ask <field>', 'câu đang hỏi: tên chỉ tiêu, yes_no, confirm, percent')
    .option('--today <date>', 'ngày hôm nay, YYYY-MM-DD')
    .option('--jsonl', 'đọc các dòng JSON {"text","ask"?,"today"?} từ đầu vào chuẩn')
    .option('--data <dir>', 'không dùng')
    .action(async (text: string | undefined, options: { ask?: string; today?: string; jsonl?: boolean }) => {
      if (options.jsonl) {
        for await (const line of linesOfStdin()) if (line.trim() !== '') print(parseLine(line, REAL_WORLD.clock()));
        return;
      }
      if (text === undefined) throw new Error('Thiếu nội dung: parse "nhận 215" hoặc parse --jsonl');
      print(parseText({ text, ask: options.ask, today: options.today }, REAL_WORLD.clock()));
    });
}

function addPlay(program: Command): void {
  program
    .command('play <file>')
    .description('diễn một kịch bản trò chuyện trên đồng hồ mô phỏng; "-" đọc từ đầu vào chuẩn')
    .option('--out <dir>', 'nơi ghi các tệp được gửi', '.')
    .option('--data <dir>', 'thư mục dữ liệu; mặc định là thư mục tạm')
    .action(async (file: string, options: { out: string; data?: string }) => {
      const temporary = options.data === undefined ? mkdtempSync(join(tmpdir(), 'tro-ly-iso-')) : undefined;
      const data = resolve(options.data ?? temporary ?? '');
      const base = file === '-' ? process.cwd() : dirname(resolve(file));
      const log = pino({ level: 'error' }, pino.destination(2));
      const config = settings({ data });
      const player = openPlayer({ config, data, base, out: options.out, print, log, random: randomBytes });
      try {
        const lines = file === '-' ? linesOfStdin() : readFileSync(file, 'utf8').split('\n');
        for await (const line of lines) await player.line(line);
      } finally {
        await player.close();
        if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
      }
    });
}

function addReport(program: Command): void {
  program
    .command('report <unit> <year>')
    .description('lập báo cáo năm của một đơn vị (.docx)')
    .requiredOption('--out <file>', 'tệp .docx')
    .option('--template <name>', 'tên mẫu trong directives/templates')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action(async (unit: string, year: string, options: DataOption & { out: string; template?: string }) => {
      const { bytes, lines } = await compileUnitYear(settings(options), unit, year, options.template);
      writeFileSync(options.out, bytes);
      for (const line of lines) print(line);
    });
}

function addPlan(program: Command): void {
  program
    .command('plan')
    .description('các lời nhắc sẽ gửi trong một khoảng ngày, mỗi dòng một JSON')
    .requiredOption('--from <date>', 'từ ngày, YYYY-MM-DD')
    .requiredOption('--to <date>', 'đến ngày, YYYY-MM-DD')
    .option('--unit <unit>', 'mã đơn vị')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action((options: DataOption & { from: string; to: string; unit?: string }) => {
      for (const line of planBetween(settings(options), options)) print(JSON.stringify(line));
    });
}

function addBackup(program: Command): void {
  program
    .command('backup <file>')
    .description('sao lưu dữ liệu ra một tệp, dịch vụ vẫn chạy')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action(async (file: string, options: DataOption) => print(await backUpTo(settings(options), file)));
  program
    .command('restore <file>')
    .description('phục hồi một bản sao lưu vào thư mục trống')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action((file: string, options: DataOption) => print(restoreFrom(settings(options), file)));
  program
    .command('verify')
    .description('kiểm tra dữ liệu và nhật ký có nguyên vẹn không')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action((options: DataOption) => {
      process.exitCode = verifyData(settings(options), print);
    });
}

function addZaloLogin(program: Command): void {
  program
    .command('zalo-login')
    .description('đăng nhập tài khoản Zalo riêng của Trợ lý bằng mã QR')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action(async (options: DataOption) => {
      process.exitCode = await logInToZalo(settings(options), print);
    });
}

function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('kiểm tra cài đặt: điều gì chưa ổn và cách sửa')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action(async (options: DataOption) => {
      process.exitCode = await diagnose(settings(options), print);
    });
}

const program = new Command('cli')
  .description('Trợ lý ISO: lệnh cho người vận hành')
  .showHelpAfterError()
  .exitOverride();
for (const add of [addImport, addCode, addParse, addPlay, addReport, addPlan, addBackup, addZaloLogin, addDoctor])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  const said = error instanceof ConfigError ? wrongSettings(error) : (error as Error).message;
  if (!(error instanceof CommanderError)) process.stderr.write(`${said}\n`);
  process.exitCode = error instanceof CommanderError ? error.exitCode : 1;
}
