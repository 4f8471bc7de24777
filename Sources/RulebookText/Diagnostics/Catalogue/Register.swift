// K07: the register, and the names of units wherever they stand.

extension Diagnostic {
  /// The folder holds no register.
  public static func missingRegister(at place: Label) -> Diagnostic {
    Diagnostic(
      .missingRegister, title: "没有单位名册", at: place,
      basis: "被考核的单位写在“单位名册.csv”里，一行一个", remedy: "在文件夹里放上“单位名册.csv”")
  }

  /// The folder holds more than one register.
  public static func secondRegister(at place: Label, first: Label) -> Diagnostic {
    Diagnostic(
      .secondRegister, title: "单位名册有两个", at: place, related: [first],
      basis: "一个文件夹里只有一个“单位名册.csv”", remedy: "只留一个")
  }

  /// The register lists no unit.
  public static func emptyRegister(at place: Label) -> Diagnostic {
    Diagnostic(
      .emptyRegister, title: "单位名册里没有单位", at: place,
      basis: "每个被考核的单位占一行", remedy: "在表头下面逐行填写单位")
  }

  /// The register has no column for a property that the rulebook asks for.
  public static func missingAttributeColumn(
    _ attribute: String, answers: [String], at place: Label, rule: Label
  ) -> Diagnostic {
    Diagnostic(
      .registerColumns, title: title("单位名册缺少“\(attribute)”列", or: "单位名册缺少一列"), at: place, related: [rule],
      basis: "规则用【名册】要求写明“\(attribute)”", remedy: "加上“\(attribute)”列，每个单位填\(quotedList(answers))之一")
  }

  /// A unit has no answer for a property.
  public static func blankAttribute(
    _ attribute: String, unit: String, answers: [String], at place: Label
  ) -> Diagnostic {
    Diagnostic(
      .blankAttribute, title: title("“\(unit)”没有填“\(attribute)”", or: "“\(attribute)”空白"), at: place,
      basis: "“\(unit)”适用哪些条款要看“\(attribute)”，空白不当作否", remedy: "填\(quotedList(answers))之一")
  }

  /// An answer is none of the known ones.
  public static func attributeAnswer(
    _ words: String, attribute: String, unit: String, answers: [String], at place: Label
  ) -> Diagnostic {
    Diagnostic(
      .attributeAnswer, title: title("“\(attribute)”填的是“\(words)”", or: "这一格的回答不在规定之内"), at: place,
      basis: "“\(unit)”的“\(attribute)”只填\(quotedList(answers))之一", remedy: "改填\(quotedList(answers))之一")
  }

  /// A row names a unit that the register does not list.
  public static func unknownUnit(_ name: String, near: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .unknownUnit, title: title("单位名册里没有“\(name)”", or: "单位名册里没有这个单位"), at: place,
      basis: "“单位”一列写名册里的全称或简称", remedy: nearNames(near, lookUpIn: "单位名册"))
  }

  /// A unit stands twice in the register.
  public static func repeatedUnit(_ name: String, at place: Label, first: Label) -> Diagnostic {
    Diagnostic(
      .repeatedUnit, title: title("“\(name)”在名册里有两行", or: "同一个单位在名册里有两行"), at: place, related: [first],
      basis: "一个单位只占一行", remedy: "删去重复的一行；确是两个单位就写出不同的全称")
  }

  /// A short name could mean two units.
  public static func sharedAlias(_ alias: String, units: [String], at place: Label, first: Label)
    -> Diagnostic
  {
    Diagnostic(
      .sharedAlias, title: title("“\(alias)”指两个单位", or: "一个简称指两个单位"), at: place, related: [first],
      basis: "“\(alias)”可以是\(quotedList(units))，台账里写它就分不清", remedy: "删去其中一处“\(alias)”，或者换一个简称")
  }

  /// Two names in the register look the same.
  public static func lookAlikeUnits(_ name: String, other: String, at place: Label, first: Label)
    -> Diagnostic
  {
    Diagnostic(
      .lookAlikeUnits, title: title("“\(name)”与“\(other)”看起来一样", or: "两个单位的名称看起来一样"), at: place,
      related: [first], basis: "“\(name)”与“\(other)”只差看起来相同的字符（如 1 与 l、0 与 O、全角与半角），容易填错",
      remedy: "若是同一个单位，只留一行；若不是，写出看得出不同的名称")
  }

  /// The name of a unit holds a character that cannot be seen.
  public static func invisibleInUnit(_ what: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .invisibleInUnit, title: "单位名称里有看不见的字符", at: place,
      basis: "名称里没有看不见的字符；这里有\(what)", remedy: "删去看不见的字符，或者重新输入名称")
  }

  /// A unit bears a name that stands for something else.
  public static func reservedUnit(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .reservedUnit, title: "“\(name)”不能作单位名称", at: place,
      basis: "“\(name)”留作“所有单位”的意思", remedy: "写单位的全称")
  }
}
