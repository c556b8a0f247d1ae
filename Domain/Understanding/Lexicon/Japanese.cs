namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>Japanese is written without spaces and puts action and count behind the thing: チーズ抜き, ラーメンを二つ.</summary>
internal static class Japanese
{
    public const string Cues = """
        request: ください, 下さい, お願いします, おねがいします, 注文したい, 欲しい, ほしい, 頼みたい, いただけますか, もらえますか, 注文, にします, たのみます, 頼みます, お願い
        and: と, も, それと, あと, そして, それから, や
        with: 付き, 入り, つき, いり, 付, 入
        article: を, の, が, は, に, へ
        removeafter: 抜き, ぬき, なし, 無し, 抜いて, 抜きで, なしで, 無しで, 入れないで, いらない
        extraafter: 多め, 多めで, 増し, 大盛り, ダブル, たっぷり, 多めに
        lightafter: 少なめ, 少なめで, 控えめ, 少し, 少なめに
        sideafter: 別添え, 別で, 別々に
        insteadofafter: の代わりに, のかわりに, ではなく, じゃなくて
        correction: やっぱり, いや, すみません, ごめん
        cancel: やめて, キャンセル
        filler: 追加, 追加で, トッピング, トッピングで, サイズ, と申します, で, すいません, 全部, 様, お, ご, 追加して, つけて, 付けて, 入れて, もう, 号室, さん, どうも, ありがとう, ありがとうございます, こんにちは, こんばんは, はい, です, ます, ね, よ, 持ち帰り, テイクアウト, 持ち帰りで, お持ち帰りで
        question: ですか, ありますか, いくら, 何, いつ, どこ, どれ, か, できますか
        story: でした, 美味しかった, おいしかった, ました
        topic: 予約, 席, 会計, 住所, 営業時間
        quantity 1: 一, 一つ, ひとつ, 1つ, 一個, 一杯, 一枚, 一本, 一人前
        quantity 2: 二, 二つ, ふたつ, 2つ, 二個, 二杯, 二枚, 二本, 二人前
        quantity 3: 三, 三つ, みっつ, 3つ, 三個, 三杯, 三枚, 三本, 三人前
        quantity 4: 四, 四つ, よっつ, 四個, 四杯, 四枚, 四本
        quantity 5: 五, 五つ, いつつ, 五個, 五杯, 五枚, 五本
        quantity 6: 六, 六つ, むっつ, 六個
        quantity 10: 十, 十個, 十
        quantity 7: 七, 七つ, ななつ
        quantity 8: 八, 八つ, やっつ
        quantity 9: 九, 九つ, ここのつ
        container: 貫, 缶, 玉, 切れ, 丁, 膳, 人, 名様分, セット分, ピース, 缶入り, 袋, 箱, つ, 個, 杯, 枚, 本, 皿, 人前, コ, こ
        size 1: 小, 小さい, スモール, 小盛り, 並, Sサイズ, s
        size 2: 中, ミディアム, レギュラー, 普通, m
        size 3: 大, 大きい, ラージ, l
        size 4: 特大, 特盛
        """;
}
