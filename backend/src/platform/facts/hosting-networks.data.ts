/**
 * Networks that rent servers, by autonomous system number. Our own list of large hosting providers, names as the table of
 * @ip-location-db/asn has them. Left out on purpose, because shoppers come through them: Cloudflare (13335), Akamai (36183)
 * and Fastly (54113), which carry iCloud Private Relay, and proxies of companies (Zscaler). Not complete: an address that
 * is not in here may still be a server.
 */
export const hostingNetworks: ReadonlySet<number> = new Set([
  6724, // Strato AG
  7203, // Leaseweb USA, Inc.
  7506, // GMO Internet Group, Inc.
  8075, // Microsoft Corporation
  8100, // QuadraNet Enterprises LLC
  8560, // IONOS SE
  8972, // Host Europe GmbH
  8987, // Amazon Data Services Ireland Ltd
  9009, // M247 Europe SRL
  9370, // SAKURA Internet Inc.
  9371, // SAKURA Internet Inc.
  10439, // CariNet, Inc.
  11878, // tzulo, inc.
  12586, // GHOSTnet GmbH
  12876, // Scaleway SAS
  13213, // UK-2 Limited
  14061, // DigitalOcean, LLC
  14576, // Hosting Solution Ltd.
  14618, // Amazon.com, Inc.
  16125, // UAB Cherry Servers
  16276, // OVH SAS
  16509, // Amazon.com, Inc.
  18450, // WebNX, Inc.
  18978, // Enzu Inc
  19318, // Interserver, Inc
  19871, // Network Solutions, LLC
  20454, // SECURED SERVERS LLC
  20473, // The Constant Company, LLC
  20738, // Heart Internet limited
  20860, // IOMART CLOUD SERVICES LIMITED
  21859, // Zenlayer Inc
  22552, // eSited Solutions
  22612, // Namecheap, Inc.
  23470, // ReliableSite.Net LLC
  24940, // Hetzner Online GmbH
  24961, // WIIT AG
  25820, // IT7 Networks Inc
  26496, // GoDaddy.com, LLC
  27357, // Rackspace Hosting
  28753, // Leaseweb Deutschland GmbH
  29066, // velia.net Internetdienste GmbH
  29802, // HIVELOCITY, Inc.
  30633, // Leaseweb USA, Inc.
  31898, // Oracle Corporation
  32475, // Internap Holding LLC
  32613, // Leaseweb Canada Inc.
  33070, // Rackspace Hosting
  33182, // HostDime.com, Inc.
  33387, // Nocix, LLC
  34011, // Host Europe GmbH
  34549, // meerfarbig GmbH & Co. KG
  35540, // OVH SAS
  36007, // Kamatera, Inc.
  36351, // IBM Cloud
  36352, // HostPapa
  37963, // Hangzhou Alibaba Advertising Co.,Ltd.
  40021, // Contabo Inc.
  40509, // Fly.io, Inc.
  40676, // Psychz Networks
  42708, // GleSYS AB
  42831, // UK Dedicated Servers Limited
  43289, // Trabia SRL
  45090, // Shenzhen Tencent Computer Systems Company Limited
  45102, // Alibaba (US) Technology Co., Ltd.
  46475, // Limestone Networks, Inc.
  46562, // Performive LLC
  46606, // Unified Layer
  47583, // Hostinger International Limited
  49505, // JSC Selectel
  49544, // i3D.net B.V
  49981, // WorldStream B.V.
  50673, // Serverius Holding B.V.
  51167, // Contabo GmbH
  51430, // AltusHost B.V.
  53667, // FranTech Solutions
  53850, // GorillaServers, Inc.
  55286, // B2 Net Solutions Inc.
  55293, // A2 Hosting, Inc.
  55967, // Beijing Baidu Netcom Science and Technology Co., Ltd.
  55990, // Huawei Cloud Service data center
  57043, // HOSTKEY B.V.
  57169, // EDIS GmbH
  59253, // LEASEWEB SINGAPORE PTE. LTD.
  60068, // Datacamp Limited
  60781, // LeaseWeb Netherlands B.V.
  61317, // Hivelocity Inc
  62240, // Clouvider Limited
  62563, // GLOBALTELEHOST Corp.
  62904, // Eonix Corporation
  63023, // GTHost
  63949, // Akamai Technologies, Inc.
  132203, // Shenzhen Tencent Computer Systems Company Limited
  133752, // LEASEWEB HONG KONG LIMITED
  135377, // UCLOUD INFORMATION TECHNOLOGY (HK) LIMITED
  136907, // HUAWEI INTERNATIONAL PTE. LTD.
  138915, // Kaopu Cloud HK Limited
  141995, // Contabo Asia Private Limited
  197540, // netcup GmbH
  198203, // RouteLabel V.O.F.
  199524, // G-Core Labs S.A.
  200019, // ALEXHOST SRL
  202053, // UpCloud Ltd
  202425, // IP Volume inc
  204915, // Hostinger International Limited
  204957, // GREEN FLOID LLC
  206092, // F.N.S. HOLDINGS LIMITED
  212238, // Datacamp Limited
  212317, // Hetzner Online GmbH
  212815, // Dyjix SAS
  213230, // Hetzner Online GmbH
  394380, // Leaseweb USA, Inc.
  395954, // Leaseweb USA, Inc.
  396982, // Google LLC
  398101, // GoDaddy.com, LLC
])
