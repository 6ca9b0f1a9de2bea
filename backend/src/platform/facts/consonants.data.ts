/**
 * Pairs of consonants that European names and words hold, from our own knowledge of the languages. Names hold
 * others next to never, but where initials meet.
 */
const pairs = `
bb bl br bs bh ch ck cl cr cs ct cz cc dd dr ds dt dz dl dm dj dn dh dw ff fl fr ft fs gg gh gl gn gr gs gd gm hl hm hn hr ht hj hs hw hd hb hv
jd js jk jl jn kk kl kn kr ks kt kh kj kv km kw kz lb lc ld lf lg lh lj lk ll lm ln lp lr ls lt lv lw lz mb mc md mk ml mm mn mp mr ms mt mz mj mh
nb nc nd nf ng nh nj nk nl nm nn np nr ns nt nv nw nz nq pf ph pl pn pp pr ps pt pk qv rb rc rd rf rg rh rj rk rl rm rn rp rr rs rt rv rw rz rq
sb sc sd sf sg sh sj sk sl sm sn sp sq sr ss st sv sw sz tb tc tf tg th tj tk tl tm tn tp tr ts tt tv tw tz vl vr vn vs vj vk wb wd wh wk wl wm wn wr ws wt
xt xp xc xl zb zd zh zk zl zm zn zr zt zv zw zz zs zg zc
`

export const namePairs: ReadonlySet<string> = new Set(pairs.trim().split(/\s+/))
