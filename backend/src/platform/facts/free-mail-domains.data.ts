/** Mail providers where anyone gets an address for nothing, by our own knowledge. A domain in here says nothing about its user. */
const domains = `
gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.es yahoo.it yahoo.ca yahoo.co.in yahoo.co.jp yahoo.com.br
yahoo.com.ar yahoo.com.mx yahoo.com.au ymail.com rocketmail.com myyahoo.com aol.com aol.de aim.com outlook.com outlook.de outlook.fr
outlook.es outlook.it outlook.jp outlook.com.br hotmail.com hotmail.co.uk hotmail.de hotmail.fr hotmail.es hotmail.it hotmail.com.br
hotmail.nl hotmail.be live.com live.co.uk live.de live.fr live.nl live.it live.se live.dk live.no live.be msn.com passport.com icloud.com
me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com keemail.me gmx.de gmx.net gmx.at
gmx.ch gmx.com gmx.fr gmx.us web.de freenet.de t-online.de arcor.de mail.de posteo.de posteo.net mailbox.org email.de online.de kabelmail.de
vodafone.de o2online.de 1und1.de mail.com email.com usa.com post.com europe.com fastmail.com fastmail.fm hushmail.com zoho.com
zohomail.com zohomail.eu mail.ru inbox.ru list.ru bk.ru internet.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net i.ua meta.ua bigmir.net
wp.pl o2.pl onet.pl onet.eu op.pl interia.pl interia.eu poczta.fm gazeta.pl tlen.pl vp.pl buziaczek.pl seznam.cz centrum.cz email.cz post.cz
volny.cz azet.sk zoznam.sk centrum.sk freemail.hu citromail.hu indamail.hu abv.bg mail.bg dir.bg libero.it virgilio.it alice.it tin.it
tiscali.it email.it inwind.it iol.it orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr bbox.fr numericable.fr club-internet.fr
telefonica.net terra.es ya.com sapo.pt clix.pt iol.pt bluewin.ch sunrise.ch hispeed.ch chello.at aon.at a1.net utanet.at ziggo.nl kpnmail.nl
kpnplanet.nl planet.nl home.nl xs4all.nl hetnet.nl upcmail.nl casema.nl telenet.be skynet.be proximus.be scarlet.be telia.com bredband.net
spray.se comhem.se online.no broadpark.no mail.dk jubii.dk stofanet.dk pp.inet.fi elisanet.fi kolumbus.fi luukku.com suomi24.fi btinternet.com
btopenworld.com sky.com virginmedia.com talktalk.net ntlworld.com blueyonder.co.uk tiscali.co.uk eircom.net comcast.net verizon.net
att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com netzero.net frontier.com rogers.com shaw.ca sympatico.ca
bell.net videotron.ca telus.net bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz uol.com.br bol.com.br terra.com.br
ig.com.br globo.com globomail.com rediffmail.com indiatimes.com qq.com vip.qq.com 163.com 126.com yeah.net sina.com sina.cn sohu.com
foxmail.com aliyun.com 139.com 189.cn naver.com hanmail.net daum.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp walla.com walla.co.il
netvision.net.il otenet.gr in.gr mynet.com hotmail.com.tr superonline.com mailfence.com runbox.com disroot.org riseup.net duck.com
`

export const freeMailDomains: ReadonlySet<string> = new Set(domains.trim().split(/\s+/))
