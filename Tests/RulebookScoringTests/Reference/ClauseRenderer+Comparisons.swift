import ExactArithmetic
import RulebookSyntax

/// Comparisons with 目标 and 上年 in their wordings.
extension ClauseRenderer {
  mutating func compared(_ comparison: SpecComparison) -> String {
    let figure = clause.facts[0].compares?.rawValue ?? ""
    let asked = (comparison.wantsMore ? "至少" : "至多") + figure
    let steps = stepRule(comparison.rule, isNeeded: clause.facts[0].kind != .count)
    let award = pick(["得", "计"]) + "\(comparison.points.written)分"
    switch comparison.shape {
    case .award:
      return sentence([asked] + steps, award + "，" + loss(comparison))
    case .loss: return sentence([asked] + steps, loss(comparison))
    case .bonus(let most):
      return sentence(
        [asked] + steps,
        "每\(pick(["超", "超过", "多"]))\(step(comparison))加\(comparison.perStep.written)分，最多加\(most.written)分")
    case .share:
      return sentence([unit, asked], award + "，" + pick(["未完成的", "未达到的"]) + pick(["按比例得分", "按完成比例计分"]))
    case .growth(let asked):
      return "增幅达到\(asked.written)%以上，"
        + sentence(
          [unit, "增幅", "至少\(asked.written)%"] + steps, award + "，每低1个百分点扣\(comparison.perStep.written)分")
    }
  }

  private mutating func loss(_ comparison: SpecComparison) -> String {
    let side = comparison.wantsMore ? pick(["少", "低", "差"]) : pick(["超", "超过", "差"])
    return "每\(side)\(step(comparison))扣\(comparison.perStep.written)分"
  }

  private mutating func step(_ comparison: SpecComparison) -> String {
    comparison.step.written + (unit == "%" ? pick(["%", "个百分点"]) : unit)
  }

  private mutating func sentence(_ parts: [String], _ consequence: String) -> String {
    single(parts, consequence, statesRequirement: false)
  }
}
