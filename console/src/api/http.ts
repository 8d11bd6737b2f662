import { halfOf } from '../i18n/halves';

/** One road to the server: cookies carry the session, writes carry the CSRF token, errors are RFC 9457 problems. */

export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    title: string,
    readonly detail: string,
    readonly advice: string,
    readonly reference: string,
  ) {
    super(title);
    this.name = 'ApiProblem';
  }

  get offline(): boolean {
    return this.status === 0;
  }

  get refused(): boolean {
    return this.status === 403;
  }
}

export type Query = Record<string, string | number | boolean | undefined | null>;

const LOGIN = '/oauth2/authorization/city';
const RETURN_TO = 'cb.returnTo';

function address(path: string, query?: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value != null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return '/api' + path + (text ? '?' + text : '');
}

function csrfToken(): string | undefined {
  const pair = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='));
  return pair && decodeURIComponent(pair.slice('XSRF-TOKEN='.length));
}

/** Leaves for the login page and remembers where to come back to. */
export function toLogin(): void {
  sessionStorage.setItem(RETURN_TO, location.pathname + location.search);
  location.assign(LOGIN);
}

/** The page that was left for the login, once. */
export function takeReturnAddress(): string | null {
  const target = sessionStorage.getItem(RETURN_TO);
  sessionStorage.removeItem(RETURN_TO);
  return target?.startsWith('/') && !target.startsWith('//') ? target : null;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const lang = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
  const text = (name: string) => (typeof body[name] === 'string' ? halfOf(body[name], lang) : '');
  const reference = text('reference') || response.headers.get('X-Request-Id') || text('instance');
  return new ApiProblem(response.status, text('code'), text('title') || response.statusText, text('detail'), text('advice'), reference);
}

async function send<T>(method: string, path: string, query?: Query, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json', 'Accept-Language': document.documentElement.lang || 'zh-CN' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const token = method === 'GET' ? undefined : csrfToken();
  if (token) headers['X-XSRF-TOKEN'] = token;
  let response: Response;
  try {
    response = await fetch(address(path, query), { method, headers, credentials: 'same-origin', signal, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem(0, 'unreachable', '', '', '', '');
  }
  if (response.status === 401) toLogin();
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) => send<T>('GET', path, query, undefined, signal);
export const post = <T>(path: string, body: unknown = {}) => send<T>('POST', path, undefined, body);

/** Path segment that may hold colons, dots or Chinese. */
export const part = (text: string | number) => encodeURIComponent(String(text));
