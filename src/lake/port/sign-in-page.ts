/**
 * What an editor sees before the desk opens: a card on paper, light or dark as the browser is, without a script or a file beside it.
 *
 *   tokenPage({ isWrong: true })  →  '<!doctype html>… 登录编辑台 … 这个令牌不对 …'
 *   namePage('/studio/')          →  '<!doctype html>… 您是哪位编辑？ …'
 */
import { NOBODY } from '../editor.ts'

const STYLE = `:root{color-scheme:light dark;--paper:#f4f1ea;--card:#fff;--ink:#1d1b18;--quiet:#55524d;--rule:#8c867b;--red:#9a1117;--on-red:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#171614;--card:#211f1c;--ink:#e2ddd3;--quiet:#aaa59b;--rule:#7d776c;--red:#f0a49c;--on-red:#171614}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--paper);color:var(--ink);
  font:1rem/1.75 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
main{width:100%;max-width:26rem;padding:2rem;background:var(--card);border-top:4px solid var(--red);border-radius:4px;box-shadow:0 1px 6px #0003}
header{color:var(--red);font:700 1.25rem/1 "Songti SC","Noto Serif CJK SC",SimSun,serif;letter-spacing:.3em}
h1{margin:1rem 0 .5rem;font-size:1.5rem;line-height:1.4}
p{margin:0 0 1rem;color:var(--quiet);text-wrap:pretty}
code{font:.9em ui-monospace,monospace;color:var(--ink)}
label{display:block;font-weight:700}
input,button{display:block;width:100%;min-height:2.75rem;padding:.4rem .75rem;border-radius:4px;font:inherit}
input{margin:.25rem 0 1rem;border:1px solid var(--rule);background:var(--paper);color:inherit}
button{border:0;background:var(--red);color:var(--on-red);font-weight:700;cursor:pointer}
button:hover{filter:brightness(1.1)}
:focus-visible{outline:3px solid var(--red);outline-offset:2px}
.wrong{padding:.5rem .75rem;border-left:4px solid var(--red);background:var(--paper);color:var(--ink)}
form+p{margin:1.25rem 0 0;font-size:.9rem}
a{color:inherit}`

const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · 责编</title><style>${STYLE}</style>
<main><header>责编</header><h1>${title}</h1>
${body}</main></html>`

const WRONG =
  '<p class="wrong" role="alert">这个令牌不对。没有设定固定的令牌时，每次启动都会换新的：请用最近一次印出的地址。</p>\n'

export const tokenPage = ({ isWrong }: { isWrong: boolean }): string =>
  page(
    '登录编辑台',
    `${isWrong ? WRONG : ''}<p>请打开 <code>npm start</code> 在终端里印出的“编辑台”地址，就已登录；也可以把地址末尾的令牌填在这里。</p>
<form action="/sign-in"><label for="token">令牌</label>
<input id="token" name="token" type="password" autocomplete="off" required autofocus><button>登录</button></form>`,
  )

export const namePage = (studioPath: string): string =>
  page(
    '您是哪位编辑？',
    `<p>名字记在修改历史里，别的编辑也看得见。这个浏览器只问这一次。</p>
<form action="/sign-in"><label for="name">姓名</label>
<input id="name" name="name" autocomplete="name" maxlength="40" required autofocus><button>进入编辑台</button></form>
<p><a href="${studioPath}">不留姓名，直接进入</a>（修改记为“${NOBODY.name}”）</p>`,
  )
