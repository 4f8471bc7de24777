/// One thing that is another one in the new rulebook, in the words of the document.
public struct Aspect: Sendable, Hashable {
  /// What it is about.
  public var kind: Kind
  /// What it was; empty where there was nothing.
  public var old: String
  /// What it is; empty where there is nothing any more.
  public var new: String

  /// What may change; the word for it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The title of the document.
    case document = "细则"
    case year = "年度"
    case total = "总分"
    case rounding = "取整"
    case attributes = "名册"
    case grades = "等次"
    case group = "分组"
    /// It stands below another item.
    case moved = "位置"
    case number = "序号"
    case title = "标题"
    case points = "分值"
    case start = "起评"
    case bounds = "上下限"
    case weight = "权重"
    case periodic = "按期考核"
    case highestPerMatter = "就高"
    case assessors = "考核单位"
    case applicability = "适用"
    case others = "其余"
    /// The names of evidence.
    case evidence = "证据"
    /// What a quantity means.
    case kind = "数量的意思"
    case period = "期限"
    case requirement = "要求"
    case fullMark = "满分"
    case combination = "几行合成"
    case stepRule = "步长"
    case step = "每几个"
    case condition = "条件"
    /// The figure of a phrase.
    case amount = "计分"
    case cap = "限度"
    /// Anything else in brackets.
    case annotation = "注记"
    /// The official words.
    case wording = "原文"
  }

  /// Something that has become something else.
  init(_ kind: Kind, _ old: String, _ new: String) {
    self.kind = kind
    self.old = old
    self.new = new
  }
}

/// Things that are said of a sentence or an item, to be told or to be compared with those of another.
public struct Facts: Sendable {
  /// What is said, in the words of the document, and what it is about.
  public private(set) var entries: [(kind: Aspect.Kind, words: String)] = []

  /// Notes something; nothing where there are no words for it.
  mutating func note(_ kind: Aspect.Kind, _ words: String?) {
    if let words, !words.isEmpty { entries.append((kind, words)) }
  }

  /// What differs, kind by kind.
  func changes(to other: Facts) -> [Aspect] {
    Aspect.Kind.allCases.flatMap { kind -> [Aspect] in
      let (old, new) = (words(kind), other.words(kind))
      guard old != new else { return [] }
      guard old.count == new.count else {
        return [Aspect(kind, old.joined(separator: "、"), new.joined(separator: "、"))]
      }
      return zip(old, new).filter { $0 != $1 }.map { Aspect(kind, $0, $1) }
    }
  }

  private func words(_ kind: Aspect.Kind) -> [String] { entries.filter { $0.kind == kind }.map(\.words) }
}
