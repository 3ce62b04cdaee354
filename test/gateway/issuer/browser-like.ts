/** A browser without a page: keeps cookies by path, follows no redirect by itself. */
export function browserLike() {
  const cookies = new Map<string, { value: string; path: string }>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const path = attributes.find((one) => one.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
      if (value) cookies.set(name + path, { value: pair, path });
      else cookies.delete(name + path);
    }
  };
  return async (url: string, form?: Record<string, string>): Promise<Response> => {
    const { pathname } = new URL(url);
    const cookie = [...cookies.values()].filter((one) => pathname.startsWith(one.path)).map((one) => one.value);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { Accept: 'text/html', Cookie: cookie.join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    keep(response);
    return response;
  };
}
