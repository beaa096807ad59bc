import net from 'node:net';

type Fields = Record<string, unknown>;
interface Message {
  id?: number;
  method?: string;
  params?: Fields;
  result?: Fields;
  error?: { message: string };
}

/** One inspected page: its commands, and its events by name. */
export interface Inspected {
  command(method: string, params?: Fields): Promise<Fields>;
  detach(): void;
}

/**
 * A client of WebKitGTK's remote inspector (2.50), over the socket that `WEBKIT_INSPECTOR_SERVER` names and that its
 * driver uses as well. WebKitWebDriver has no BiDi, so this is the way to run a script before a page's own, and to hear
 * its console, its errors and its requests.
 *
 * On the wire: length of the body (4 bytes, big-endian), a flag for the byte order (1: little-endian), and the body, which is
 * a name that ends in NUL and a GVariant. Of `SendMessageToBackend` and `SendMessageToFrontend` that is two numbers of 64
 * bits, for the connection and the target, and the JSON of the inspector's protocol, which ends in NUL.
 */
export class Inspector {
  readonly #socket: net.Socket;
  readonly #pages = new Map<number, (message: Message) => void>();
  readonly #closed: Promise<Error>;
  #buffer = Buffer.alloc(0);

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.on('data', (data) => this.#receive(data));
    socket.on('error', () => {}); // 'close' follows
    this.#closed = new Promise((resolve) => {
      socket.once('close', () => resolve(new Error('WebKit has ended.')));
    });
    this.#send('SetupInspectorClient', Buffer.from('\0'));
  }

  static async connect(host: string, port: number): Promise<Inspector> {
    const socket = net.connect(port, host);
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new Inspector(socket);
  }

  close() {
    this.#socket.destroy();
  }

  #send(name: string, ...parameters: Buffer[]) {
    const body = Buffer.concat([Buffer.from(`${name}\0`), ...parameters]);
    const head = Buffer.alloc(5);
    head.writeUInt32BE(body.length);
    head[4] = 1;
    if (!this.#socket.destroyed) this.#socket.write(Buffer.concat([head, body]));
  }

  #receive(data: Buffer) {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    while (this.#buffer.length >= 5) {
      const end = 5 + this.#buffer.readUInt32BE(0);
      if (this.#buffer.length < end) return;
      const body = this.#buffer.subarray(5, end);
      this.#buffer = this.#buffer.subarray(end);
      const nameEnd = body.indexOf(0);
      if (body.toString('utf8', 0, nameEnd) !== 'SendMessageToFrontend') continue;
      const target = Number(body.readBigUInt64LE(nameEnd + 9));
      this.#pages.get(target)?.(JSON.parse(body.toString('utf8', nameEnd + 17, body.length - 1)));
    }
  }

  /**
   * Inspects the page with that number. Pages have the numbers 1, 3, 4 …, as they are opened: 2 is the driver's own session,
   * which a second client would take from it. `source` runs in each document before its first script.
   */
  async inspect(
    number: number,
    source: string,
    on: (event: string, params: Fields) => void,
  ): Promise<Inspected> {
    const waiting = new Map<number, { resolve(result: Fields): void; reject(error: Error): void }>();
    let last = 0;
    let current = '';
    let began = () => {};
    const begun = new Promise<void>((resolve) => {
      began = resolve;
    });

    const toBackend = (method: string, params: Fields) => {
      last += 1;
      const json = JSON.stringify({ id: last, method, params });
      this.#send('SendMessageToBackend', u64(CONNECTION), u64(number), Buffer.from(`${json}\0`));
    };
    const toTarget = (targetId: string, method: string, params: Fields = {}) =>
      new Promise<Fields>((resolve, reject) => {
        last += 1;
        const id = last;
        waiting.set(id, { resolve, reject });
        toBackend('Target.sendMessageToTarget', {
          targetId,
          message: JSON.stringify({ id, method, params }),
        });
      });
    const fail = (error: Error) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    this.#closed.then(fail);

    const setUp = (targetId: string, isPaused: boolean) => {
      const commands: [method: string, params?: Fields][] = [
        ['Page.enable'],
        ['Page.setBootstrapScript', { source }],
        ['Console.enable'],
        ['Runtime.enable'],
        ['Network.enable'],
      ];
      const all = Promise.all(commands.map(([method, params]) => toTarget(targetId, method, params)));
      if (isPaused) toBackend('Target.resume', { targetId });
      return all;
    };
    const receiveFromPage = ({ id, method, params = {}, result = {}, error }: Message) => {
      if (id !== undefined) {
        const waiter = waiting.get(id);
        waiting.delete(id);
        if (error) waiter?.reject(new Error(error.message));
        else waiter?.resolve(result);
      } else if (method) {
        // What the document before was asked is never answered.
        if (method === 'Page.frameNavigated' && !(params.frame as Fields).parentId)
          fail(new Error('The page went elsewhere.'));
        on(method, params);
      }
    };
    this.#pages.set(number, ({ method, params = {} }) => {
      if (method === 'Target.dispatchMessageFromTarget')
        receiveFromPage(JSON.parse(params.message as string));
      else if (method === 'Target.didCommitProvisionalTarget') current = params.newTargetId as string;
      else if (method === 'Target.targetCreated') {
        const { targetId, isProvisional, isPaused } = params.targetInfo as Record<string, string | boolean>;
        if (!isProvisional) current = String(targetId);
        setUp(String(targetId), isPaused === true).then(
          () => began(),
          () => {},
        );
      }
    });

    this.#send('Setup', u64(CONNECTION), u64(number));
    toBackend('Target.setPauseOnStart', { pauseOnStart: true });
    const ended = await Promise.race([begun, this.#closed]);
    if (ended) throw ended;
    return {
      command: (method, params) => toTarget(current, method, params),
      detach: () => {
        this.#pages.delete(number);
        fail(new Error('The tab is closed.'));
      },
    };
  }
}

/** The browser's own process is the first to connect to the inspector that it serves. */
const CONNECTION = 1;

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
