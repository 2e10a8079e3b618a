/**
 * Names of people as Chinese papers print them.
 *
 *   foldName('古兰・阿依登')  →  '古兰·阿依登'     (one key for every way to print it)
 *   isName('方 敏'), isName('古兰·阿依登'), isName('John Smith')  →  true
 *   isName('本报综合')  →  true (the shape fits); startsLikeName('本报综合')  →  false (no such surname)
 *
 * Middle dots seen in print: U+00B7, U+2022, and U+30FB and U+2027 from damaged decoders; their half-width, full-width and
 * look-alike forms are taken too, and a full stop between two Han letters.
 */
const DOT_LETTERS = String.raw`\u00b7\u0387\u2022\u2027\u2219\u22c5\u2e31\u30fb\uff65`
/** U+4E28 has Han script, but papers print it for a bar. */
export const HAN = String.raw`(?:(?!丨)\p{Script=Han})`
export const DOT = String.raw`(?:[${DOT_LETTERS}]|[.\uff0e](?=${HAN}))`
const DOTS = new RegExp(`[${DOT_LETTERS}]|(?<=${HAN})[.\\uff0e](?=${HAN})`, 'gu')

/** Spaces of every kind, with U+3000 and the zero-width ones that copied pages carry. */
const SPACES = /[\s\u200b\u2060\ufeff]+/gu

const LATIN = String.raw`[A-ZÀ-Þ][A-Za-zÀ-ÿ.'’-]*(?![A-Za-zÀ-ÿ0-9])`
const PIECE = `(?:${HAN}{1,12}|[A-Z][a-z]{0,20})`
/** A name with middle dots, a Han one, or a Latin one; two to six Han letters, for pen names run longer than three. */
export const NAME_SOURCE = `(?:${PIECE}(?:${DOT}${PIECE})+|${HAN}{2,6}|${LATIN}(?: ${LATIN})*)`
const NAME = new RegExp(`^${NAME_SOURCE}$`, 'u')
/** One name stands in at most so many letters; whatever is longer is not looked at. */
const LONGEST = 80

/** The surnames that cover 99 % of the population (Ministry of Public Security, 2020 report on names, and 百家姓 beyond it). */
const SIMPLIFIED =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭' +
  '才昌禤逄庹佴缑郇郄郗隗雒訾睢綦荀莘菅萨郦鄂酆鱼竺笪谯迮闾靖顿骈铁水杲巢晓咸冒冮弓尼幺庾弘招晃曼枚桓歹滑滦潭濮焉熙牧璩生益督磨神税符练聊苍虎衷诗谯贡赏赖过邴邶都酒野钮钭镡闪雁雪青骞'
/** The same surnames in traditional letters, where those differ. */
const TRADITIONAL =
  '張劉陳楊黃趙吳孫馬鄭謝羅許韓馮鄧蕭葉蘇呂盧鍾鐘譚陸賈韋鄒閆閻龍賀顧龔萬錢嚴湯齊喬龐顏倪莊聶魯岳歐關蘭寧紀畢單駱藍華饒時農繆簡車項連蘆麥婁竇黨宮費衛應閔鄔邊師欒榮叢鞏遲鄺談荊樂儲謝勞樓滿聞厲區闞權帥蓋練豐計晉門雲闕烏況鮮遜諾戰銀賓陰堯賴'
const SURNAMES = new Set([...SIMPLIFIED, ...TRADITIONAL])
const COMPOUND = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 端木 百里 独孤 南宫 西门 呼延 轩辕 澹台 宇文 长孙 闻人 申屠'.split(
    ' ',
  ),
)

/** Words that begin like a name and stand alone in brackets under a text: provinces, and what an editor says of the text. */
const WORDS = new Set('江西 江苏 海南 安徽 宁夏 云南 吉林 甘肃 全文 全国 时评 文摘 连载 简讯 来信 来稿 来论'.split(' '))

/** A printed name in, the key under which it is compared and indexed out: dots made one, no spaces, full-width Latin narrowed. */
export function foldName(printed: string): string {
  // Twice: what was parted by a space may compose when the space is gone, and the key of a key must be the key.
  return printed.normalize('NFKC').replace(SPACES, '').replace(DOTS, '·').normalize('NFKC')
}

/** Whether a text has the shape of one person's name; inner padding of a two-letter name (方 敏) is allowed. */
export function isName(text: string): boolean {
  return text.length <= LONGEST && (NAME.test(text) || NAME.test(unpadName(text)))
}

/** `unpadName('方  敏')` → `'方敏'`; every other text comes back as it is. */
export function unpadName(text: string): string {
  return /^\p{Script=Han}\s+\p{Script=Han}$/u.test(text) ? text.replace(SPACES, '') : text
}

/** Whether a Han text begins with a known surname and is as long as such names are: the test for names that nothing introduces. */
export function startsLikeName(text: string): boolean {
  if (text.length > LONGEST) return false
  const folded = foldName(text)
  const letters = [...folded]
  if (letters.includes('·')) return isName(folded)
  if (WORDS.has(folded) || !/^\p{Script=Han}+$/u.test(folded)) return false
  const [first = '', second = ''] = letters
  if (COMPOUND.has(first + second)) return letters.length === 3 || letters.length === 4
  return SURNAMES.has(first) && (letters.length === 2 || letters.length === 3)
}
