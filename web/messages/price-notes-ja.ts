/** Remarks of rate cards in Japanese, by what the cards say; a test looks for those that are missing. */
export const texts: Readonly<Record<string, string>> = {
  "The list price of East US; not read for this region.":
    "米国東部の定価です。このリージョンの料金は確認できていません。",
  "The allowance is a discount at the prices of tier 1: here it covers less usage.":
    "無料枠はティア 1 の料金による割引のため、ここで無料になる使用量は少なくなります。",
  "Not confirmed in any source.": "どの資料でも確認できていません。",
  "The price of us-east-1; not read for this region.":
    "us-east-1 の料金です。このリージョンの料金は確認できていません。",
  "1.4 times the price of tier 1, as the other prices.":
    "ほかの料金と同じく、ティア 1 の 1.4 倍としています。",
  "Sources disagree on the OCPU: 0.030 or 0.035.":
    "OCPU の単価は資料により 0.030 と 0.035 に分かれています。",
  "A flat rate, wherever the function runs: not the tiers of the region.":
    "関数のリージョンにかかわらず一律の料金です。リージョンごとの段階料金は適用されません。",
  "What Oracle's price list still gives each paid tenancy in October 2026; its page on Always Free has half, 1,500 OCPU-hours and 9,000 GB-hours, since June.":
    "Oracle の料金表が有料テナンシに認めている無料枠です（2026 年 10 月時点）。Always Free のページでは、2026 年 6 月から半分（1,500 OCPU 時間、9,000 GB 時間）になっています。",
  "The price of tier 1; that of this region was not read.":
    "ティア 1 の料金です。このリージョンの料金は確認できていません。",
  "Linux; the same in every region and for every size.":
    "Linux。すべてのリージョンとサイズで共通です。",
  "Linux, pay as you go.": "Linux、従量課金。",
  "Only in this source, which holds Windows prices for some other types.":
    "この資料だけにある料金です。この資料では、一部のタイプに Windows の料金が載っています。",
  "The allowance is the account's, over both architectures.":
    "無料枠はアカウント単位で、両方のアーキテクチャに共通です。",
  "0.8 of the price for x86, the ratio that was read for us-east-1.":
    "x86 の料金の 0.8 倍です（us-east-1 で確認した比率）。",
  "The free volumes are of balanced performance.":
    "無料のボリュームは、パフォーマンスが「バランス」のものです。",
  "The price of an OCPU, memory included, times its OCPUs.":
    "メモリ込みの OCPU 単価に OCPU 数を掛けた料金です。",
  "Always free, two instances for each tenancy; not sold otherwise.":
    "Always Free（テナンシーごとに 2 インスタンス）。それ以外では提供されていません。",
  "List price, before the sustained-use discount that some series have.":
    "一部のシリーズにある継続利用割引を適用する前の定価です。",
  "Premium tier, worldwide except China and Australia.":
    "プレミアム ティア。中国とオーストラリアを除く全世界。",
  "Linux, shared tenancy. Of 870 types of us-east-1, 846 still cost the same on 2026-07-20.":
    "Linux、共有テナンシー。us-east-1 の 870 タイプのうち 846 タイプは、2026-07-20 時点でも同じ料金です。",
  "Premium routing.": "プレミアム ルーティング。",
  "The allowance is the account's, over all regions and services.":
    "無料枠はアカウント単位で、すべてのリージョンとサービスに共通です。",
  "GovCloud has no free allowance.": "GovCloud には無料枠がありません。",
  "Standard, with up to five rules; the same in every region.":
    "Standard、ルール 5 つまで。すべてのリージョンで共通です。",
  "Of each machine behind the gateway, and of 32 at most.":
    "ゲートウェイの後ろにあるマシンごとの料金で、32 台分が上限です。",
  "Premium routing. Not confirmed for this part of the world.":
    "プレミアム ルーティング。この地域については確認できていません。",
  "Of /tmp beyond the first 512 MB, which are not metered.":
    "/tmp のうち、課金されない最初の 512 MB を超える分です。",
  "The network balancer's price: AWS lists both at the same.":
    "Network Load Balancer の料金です。AWS の料金表ではどちらも同額です。",
  "The hourly price: the two are equal wherever both were read.":
    "1 時間あたりの料金です。両方を確認できたリージョンでは、いずれも同額でした。",
  "From a listed size of the same family: AWS prices are in proportion to the size.":
    "同じファミリーで料金表にあるサイズから求めました。AWS の料金はサイズに比例します。",
  "The allowance is the account's, over both architectures. Tiers 2 and 3 are 0.9 and 0.8 of the first.":
    "無料枠はアカウント単位で、両方のアーキテクチャに共通です。第 2、第 3 段階は第 1 段階の 0.9 倍、0.8 倍です。",
  "Premium tier, worldwide except China and Australia. The source lists the first tier below the second; corrected to the ladder of the neighbouring regions.":
    "プレミアム ティア。中国とオーストラリアを除く全世界。資料では第 1 段階が第 2 段階より安くなっているため、近隣リージョンの段階料金に合わせて訂正しました。",
  "Of these prices only the first of HTTP APIs was read in a source.":
    "これらの料金のうち、資料で確認できたのは HTTP API の第 1 段階だけです。",
  "The allowance is the account's, over both architectures. Tiers 2 and 3 are 0.9 and 0.8 of the first. arm64 derived x 0.8.":
    "無料枠はアカウント単位で、両方のアーキテクチャに共通です。第 2、第 3 段階は第 1 段階の 0.9 倍、0.8 倍です。arm64 は 0.8 倍として求めました。",
  "No charge for data transfer on the shared segment of 100 Mbps.":
    "100 Mbps の共有セグメントでは、データ転送は無料です。",
  "Unverified: not found in the official price table. Whether the disk is included is stated nowhere, and the smallest plan on sale, without disk, was recorded at 2,179 yen a month on 2026-06-13. Yen with 10 % tax.":
    "未確認です。公式の料金表では見つかりませんでした。ディスクが含まれるかどうかの記載はなく、2026-06-13 時点で販売中の最小プラン（ディスクなし）は月額 2,179 円でした。10% 税込みの円建てです。",
  "Server without disk, of an older generation; its size is that of the smallest plan. Yen with 10 % tax.":
    "旧世代の、ディスクを含まないサーバーです。サイズは最小プランのものです。10% 税込みの円建てです。",
  "CloudFront's, to North America and Europe; elsewhere it is dearer.":
    "北米とヨーロッパへの CloudFront の料金です。ほかの地域への転送はより高くなります。",
  "This source lists the dedicated price of some metal sizes, which is higher.":
    "この資料では、一部のベアメタルのサイズに、より高い専有の料金が載っています。",
  "From North America and Europe.": "北米とヨーロッパから。",
  "Of the cheapest regions; others cost more by a factor.":
    "最も安いリージョンの料金です。ほかのリージョンは一定の倍率で高くなります。",
};
