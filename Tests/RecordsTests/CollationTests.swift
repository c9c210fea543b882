import Records
import Testing

@Suite struct CollationTests {
  private func sorted(_ names: [String], _ key: (String) -> [UInt8]) -> [String] {
    names.sorted { key($0).lexicographicallyPrecedes(key($1)) }
  }

  @Test("names stand by the reading of their surname: 覃 Qín, 单 Shàn, 区 Ōu, 仇 Qiú, 朴 Piáo")
  func surnames() throws {
    let order = try CollationOrder(.pinyin)
    let names = ["覃丽", "单丽", "区丽", "仇丽", "朴丽", "零丽", "岑丽", "农丽", "韦丽", "潘丽", "秦丽", "唐丽"]
    #expect(
      sorted(names, order.key(ofName:))
        == ["岑丽", "零丽", "农丽", "区丽", "潘丽", "朴丽", "秦丽", "覃丽", "仇丽", "单丽", "唐丽", "韦丽"]
    )
  }

  @Test("a family stays together and behind the one whose reading it shares")
  func families() throws {
    let order = try CollationOrder(.pinyin)
    #expect(
      sorted(["覃安", "秦周", "秦安", "覃周"], order.key(ofName:)) == ["秦安", "秦周", "覃安", "覃周"]
    )
  }

  @Test("readings of surnames hold for surnames alone, in the order of names alone")
  func onlySurnames() throws {
    let order = try CollationOrder(.pinyin)
    #expect(sorted(["韦单", "韦大", "韦善"], order.key(ofName:)) == ["韦大", "韦单", "韦善"])
    #expect(sorted(["单片机", "大数据", "设计"], order.key(of:)) == ["大数据", "单片机", "设计"])
  }

  @Test("strokes count strokes")
  func strokes() throws {
    let order = try CollationOrder(.stroke)
    #expect(sorted(["黄一", "丁一", "王一", "韦一"], order.key(ofName:)) == ["丁一", "王一", "韦一", "黄一"])
  }

  @Test("keys are equal only for equal bytes; long and empty texts have keys")
  func identity() throws {
    let order = try CollationOrder(.pinyin)
    #expect(order.key(ofName: "郎一") != order.key(ofName: "\u{F92C}一"))
    #expect(order.key(of: "郎") != order.key(of: "\u{F92C}"))
    let long = String(repeating: "覃", count: 4000)
    #expect(order.key(of: long) != order.key(of: long + "覃"))
    #expect(order.key(ofName: "").lexicographicallyPrecedes(order.key(ofName: "岑一")))
  }

  @Test("majors stand by code where known, the others after them in pinyin order")
  func majors() throws {
    var fixture = Fixture()
    fixture.addGraduate([.major: "护理", .majorCode: "720201"])
    fixture.addGraduate([.major: "电工"])
    fixture.addGraduate([.major: "会计", .majorCode: "730301"])
    fixture.addGraduate([.major: "茶艺"])
    fixture.addChange([.major: "焊接"])
    let order = MajorOrder(fixture.season.schools[0], pinyin: try CollationOrder(.pinyin))
    #expect(order.majors == ["护理", "会计", "茶艺", "电工", "焊接"])
    #expect(order.rank(of: "电工") == 3)
    #expect(order.rank(of: "不在") == 5)
  }

  @Test("surnames of Guangxi and those with a reading of their own, from A to Z")
  func readings() throws {
    let order = try CollationOrder(.pinyin)
    // Each with the reading as a surname; the list is in its order.
    let surnames = [
      ("柏", "bai"), ("卜", "bu"), ("岑", "cen"), ("查", "zha"), ("单", "shan"), ("翟", "zhai"),
      ("盖", "ge"),
      ("葛", "ge"), ("过", "guo"), ("华", "hua"), ("黄", "huang"), ("句", "gou"), ("阚", "kan"),
      ("蓝", "lan"),
      ("黎", "li"), ("零", "ling"), ("陆", "lu"), ("罗", "luo"), ("麻", "ma"), ("麦", "mai"),
      ("蒙", "meng"),
      ("缪", "miao"), ("莫", "mo"), ("磨", "mo"), ("那", "na"), ("农", "nong"), ("区", "ou"), ("欧", "ou"),
      ("潘", "pan"), ("朴", "piao"), ("秦", "qin"), ("覃", "qin"), ("仇", "qiu"), ("任", "ren"),
      ("阮", "ruan"),
      ("石", "shi"), ("粟", "su"), ("唐", "tang"), ("韦", "wei"), ("冼", "xian"), ("解", "xie"),
      ("燕", "yan"),
      ("员", "yun"), ("乐", "yue"), ("曾", "zeng"), ("祭", "zhai"), ("种", "chong"), ("尉迟", "yuchi"),
      ("万俟", "mo"), ("单于", "chanyu"), ("令狐", "ling"), ("俸", "feng"), ("冯", "feng"),
      ("宁", "ning"),
      ("沈", "shen"), ("洗", "xian"), ("贾", "jia"), ("车", "che"), ("尹", "yin"), ("隗", "wei"),
      ("薄", "bo"),
      ("召", "shao"), ("折", "she"), ("黑", "he"), ("秘", "bi"), ("逄", "pang"), ("乜", "nie"),
      ("褚", "chu"),
      ("瞿", "qu"), ("臧", "zang"), ("晏", "yan"), ("佘", "she"), ("幸", "xing"), ("庞", "pang"),
      ("邬", "wu"),
      ("长孙", "zhangsun"), ("仝", "tong"), ("纪", "ji"), ("宿", "su"), ("相", "xiang"), ("强", "qiang"),
      ("谌", "chen"), ("郇", "xun"), ("訾", "zi"), ("哈", "ha"), ("撒", "sa"), ("都", "du"), ("费", "fei"),
    ]
    let keys = surnames.map { order.key(ofName: $0.0 + "一") }
    let sorted = surnames.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    let readings = sorted.map { surnames[$0].1 }
    #expect(readings == readings.sorted(), "\(sorted.map { surnames[$0].0 + surnames[$0].1 })")
  }

  @Test("strokes count strokes of every character of a name, whatever its reading")
  func strokesOfNames() throws {
    let order = try CollationOrder(.stroke)
    // 2, 4, 4, 6, 7, 8, 10 and 12 strokes, as the mainland counts 阝.
    #expect(
      sorted(["覃二", "秦二", "单二", "农二", "陈二", "韦二", "丁二", "区二"], order.key(ofName:)).map {
        $0.prefix(1)
      }
        == ["丁", "区", "韦", "农", "陈", "单", "秦", "覃"]
    )
    #expect(sorted(["韦鑫", "韦一", "韦安"], order.key(ofName:)) == ["韦一", "韦安", "韦鑫"])
  }

  @Test("阝, 艹 and 辶 have the strokes of the mainland, unlike in ICU")
  func mainland() throws {
    let order = try CollationOrder(.stroke)
    let surnames = ["丁", "邓", "石", "农", "连", "陈", "苏", "范", "郑", "莫", "黄", "蓝"]
    // 2 4 5 6 7 7 7 8 8 10 11 13.
    let sorted = sorted(surnames.map { $0 + "一" }, order.key(ofName:)).map { String($0.prefix(1)) }
    let strokes = [
      "丁": 2, "邓": 4, "石": 5, "农": 6, "连": 7, "陈": 7, "苏": 7, "范": 8, "郑": 8, "莫": 10, "黄": 11,
      "蓝": 13,
    ]
    let counts = sorted.compactMap { strokes[$0] }
    #expect(counts == counts.sorted(), "\(sorted)")
    #expect(order.key(of: "A").lexicographicallyPrecedes(order.key(of: "一")))
    #expect(order.key(of: "韦").lexicographicallyPrecedes(order.key(of: "韦一")))
    #expect(order.key(of: "龘").lexicographicallyPrecedes(order.key(of: "\u{20000}")))
  }
}
