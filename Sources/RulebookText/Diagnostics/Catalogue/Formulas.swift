extension Diagnostic {
  /// K0528: a number that is worked out and that nothing reads.
  public static func unusedDefinition(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unusedDefinition, .warning, title: title("“\(name)”算了出来，没有用到", or: "算出来的一个数没有用到"), at: place,
      basis: "“\(name)”由式子算出，没有一条得分、扣分或等次用它", remedy: "在用它的那一条写【同：\(name)，…】，或在得分的式子里写上；不用的，式子那一句写【说明】")
  }

  /// K0435: arithmetic that cannot be read.
  public static func unreadableFormula(_ why: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unreadableFormula, title: "式子在这里读不下去", at: place,
      basis: why + "；式子由数、注记过的量和＋－×÷组成，先算括号里面的",
      remedy: "改正式子；原文不能改的，在后面写【得分=…】，用证据名把式子写一遍")
  }

  /// K0436: words in a formula that no bracket explains.
  public static func formulaWordWithoutBracket(_ words: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .formulaWordWithoutBracket, title: title("“\(words)”后面没有注记", or: "式子里有一个量没有注记"), at: place,
      basis: "式子里的每个量都要写明数据从哪里来，“分值”是本项的分值，不用注记",
      remedy: "写成“\(words)【证据名：数值】”；前面已有的证据写“\(words)【同：证据名】”")
  }

  /// K0437: something that is needed to work out itself; `names` in the order in which they need each other.
  public static func formulaCircle(_ names: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .formulaCircle, title: "式子绕了一圈，算不出来", at: place,
      basis: "算一个要先知道下一个：" + (names + names.prefix(1)).joined(separator: " → "),
      remedy: "从其中一个式子里去掉另一个")
  }

  /// K0438: something that a formula cannot compute with.
  public static func formulaOperand(_ words: String, why: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .formulaOperand, title: title("式子里用不上“\(words)”", or: "式子里有用不上的注记"), at: place, basis: why,
      remedy: "式子里的一个位置写一个证据：【证据名：数值】【同：证据名】【同：证据名，最高】")
  }

  /// K0325: evidence that is both worked out and reported, or worked out twice.
  public static func definedTwice(_ name: String, at place: Label, first: Label) -> Diagnostic {
    Diagnostic(
      .definedTwice, title: title("“\(name)”有两个来历", or: "同一个证据有两个来历"), at: place, related: [first],
      basis: "“\(name)”或者由式子算出，或者由考核单位填报，只能有一个来历", remedy: "换一个名称，或删去其中一处")
  }

  /// K0418: evidence in a formula without its kind.
  public static func formulaKindNotStated(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .kindNotStated, title: "式子里的证据没有写种类", at: place,
      basis: "“\(name)”填的数怎么代进式子，要看它的种类：百分率和完成率按95%算0.95，数值、次数、得分、金额照填的数",
      remedy: "写成【\(name)：数值】【\(name)：百分率】【\(name)：次数】或【\(name)：满分100分】")
  }

  /// K0651: a row for evidence that a formula works out; `parts` is what it is made of.
  public static func computedEvidence(_ name: String, parts: [String], at place: Label, rule: Label)
    -> Diagnostic
  {
    Diagnostic(
      .computedEvidence, title: title("“\(name)”是算出来的，不用填", or: "这个证据是算出来的，不用填"), at: place, related: [rule],
      basis: "规则文件用式子算“\(name)”，台账里再填一个数，就不知道按哪一个",
      remedy: "删去这一行，改填\(parts.map { "“\($0)”" }.joined(separator: "、"))")
  }

  /// K0515: weights of siblings that do not make a whole; `without` are those that have none.
  public static func itemWeights(sum: String, without: [String], at place: Label, others: [Label])
    -> Diagnostic
  {
    let lack = without.isEmpty ? "" : "，“\(without.joined(separator: "”“"))”没有写权重"
    return Diagnostic(
      .itemWeights, title: title("各项权重合计\(sum)，不是1", or: "各项权重合计不是1"), at: place, related: others,
      basis: "同一级的各项按权重合成上一级的得分，有分值的都要写权重，合起来是1；现在合计\(sum)\(lack)",
      remedy: "核对权重，或补上漏写的【权重：标题，20%】")
  }

  /// K0516: a formula of scores that leaves out some of them.
  public static func scoresLeftOut(_ left: [String], of item: String, at place: Label, items: [Label])
    -> Diagnostic
  {
    Diagnostic(
      .scoresLeftOut, title: "有的得分没有写进式子", at: place, related: items,
      basis: "\(item.isEmpty ? "总得分" : "“\(item)”")照式子算，式子里没有“\(left.joined(separator: "”“"))”，它的分就白得了",
      remedy: "在它的标题后写【得分名：…】，式子里写【同：…】；不计分的，删去它的分值")
  }

  /// K0439: 计分同X where X has no rule that could be used again.
  public static func repeatedRule(_ name: String, why: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .repeatedRule, title: title("“\(name)”的办法用不上", or: "“计分同…”的办法用不上"), at: place, basis: why,
      remedy: "写成【证据名：计分同前面的证据名】，加倍的再写“，加倍”；办法不同的，写出办法")
  }

  /// K0517: a formula that comes to something else where the text gives a figure beside it.
  public static func formulaEnd(at value: String, computed: String, stated: String, place: Label)
    -> Diagnostic
  {
    Diagnostic(
      .formulaEnd, .warning, title: title("式子在\(value)处是\(computed)分", or: "式子和旁边的分值接不上"), at: place,
      basis: "式子在\(value)处算出\(computed)分，旁边写的是\(stated)分，差一点点得分就跳一截",
      remedy: "核对式子里的数和旁边的分值；原文如此的不用改")
  }
}
