import ExactArithmetic
public import RulebookModel
import RulebookSyntax

extension Facts {
  /// What a rulebook says of a whole item; where its offices are those of the item around it, nothing is said of them.
  public init(_ index: Int, in rulebook: Rulebook) {
    let item = rulebook.items[index]
    note(.number, item.kind.number)
    note(.title, item.title)
    note(.points, item.worth.words)
    note(.start, item.statedStart?.words)
    note(.bounds, Self.bound("上限", item.statedCeiling))
    note(.bounds, Self.bound("下限", item.statedFloor))
    note(.weight, item.weight.map { "\(($0 * 100).shown)%" })
    note(.periodic, item.periodic?.words)
    note(.rounding, item.places.map { "\($0)位小数" })
    if item.countsHighestPerMatter { note(.highestPerMatter, "同一事项") }
    if item.parent.map({ rulebook.items[$0].assessors != item.assessors }) ?? false {
      note(.assessors, item.assessors.map { rulebook.offices[$0] }.joined(separator: "、"))
    }
    if !item.ownApplicability.isEveryone { note(.applicability, rulebook.words(item.ownApplicability)) }
    note(.others, rulebook.words(item.others))
  }

  /// What the head of a rulebook says.
  public init(headOf rulebook: Rulebook) {
    note(.document, rulebook.title)
    note(.year, "\(rulebook.year)")
    note(.total, rulebook.total.map { $0.shown + "分" })
    note(.rounding, rulebook.rounding.map { "\($0.everyItem ? "各项" : "总分")\($0.places)位小数" })
    note(.grades, rulebook.outcomes.grades.joined(separator: "、"))
    note(.group, rulebook.group.map { rulebook.attributes[$0].name })
  }

  private static func bound(_ word: String, _ stated: Rational??) -> String? {
    stated.map { word + ($0.map { $0.shown + "分" } ?? "不限") }
  }
}

extension WorthSyntax {
  /// 5分，倒扣分1分
  fileprivate var words: String {
    [
      points.map { "\($0.shown)分" }, deduction.map { "倒扣分\($0.shown)分" }, bonus.map { "加分\($0.shown)分" },
      deductionPerChild.map { "每小项倒扣分\($0.shown)分" },
    ].compactMap { $0 }.joined(separator: "，")
  }
}

extension StartSyntax {
  fileprivate var words: String {
    switch self {
    case .fullMark: "满分"
    case .points(let points): points.shown + "分"
    }
  }
}

extension Periodic {
  fileprivate var words: String {
    let most = syntax.most.map { "，每期最多得\($0.shown)分" } ?? ""
    return period.assessment + "：" + fold.rawValue + most
      + (syntax.mostTaken.map { "，每期最多扣\($0.shown)分" } ?? "")
  }
}

extension Rulebook {
  /// The units of an applicability: 参加竞赛且非党群
  public func words(_ applicability: Applicability) -> String {
    applicability.alternatives.map { tests in
      tests.map { test in
        let attribute = attributes[test.attribute]
        if attribute.isYesNo { return (test.isNegated != (test.answer == 0) ? "非" : "") + attribute.name }
        return attribute.name + (test.isNegated ? "不为" : "为") + attribute.values[test.answer]
      }.joined(separator: "且")
    }.joined(separator: "或")
  }

  /// 得平均分; `nil` where nothing is granted.
  fileprivate func words(_ grant: Item.Grant) -> String? {
    switch grant {
    case .nothing: nil
    case .mean: "得平均分"
    case .fullMark: "得满分"
    case .points(let points): "得\(points.shown)分"
    case .movedTo(let targets): "分值计入" + targets.map { items[$0].title }.joined(separator: "、")
    }
  }
}
