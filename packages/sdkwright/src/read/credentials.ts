/** Who a URL says is asking: all between `//` and the last `@` before the path, as browsers read it. */
const userInformation = /(:[\\/]{2,})[^\\/?#\s]*@/g;

/** The text without the user names and passwords of the URLs in it. A token often stands where the name would. */
export function withoutCredentials(text: string): string {
  return text.replace(userInformation, '$1***@');
}

/** The URL and headers of a request: `fetch` refuses a URL that holds a password. Throws TypeError if it is no URL. */
export function authenticated(location: string): { url: URL; headers: Record<string, string> } {
  const url = new URL(location);
  if (url.username === '' && url.password === '') return { url, headers: {} };
  const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  return { url, headers: { authorization: `Basic ${Buffer.from(user).toString('base64')}` } };
}
