import ExactArithmetic

/// The words in the parentheses behind a heading. Adding a wording is adding a word here.
enum HeadingWordings {
  /// What the figure behind the word says of the item; a figure without a word is its points.
  static let worths: WordTable<WorthSyntax.Figure> = [
    "每小项倒扣分": .deductionPerChild, "每小项倒扣": .deductionPerChild,
    "倒扣分": .deduction, "倒扣": .deduction,
    "附加分": .bonus, "加分": .bonus,
    "满分为": .points, "满分": .points, "基分为": .points, "基分": .points, "基准分": .points, "基本分": .points,
    "基础分为": .points, "基础分": .points, "总分值为": .points, "总分值": .points, "总分为": .points, "总分": .points,
    "分值为": .points, "分值": .points, "共计": .points, "合计": .points, "共": .points, "计": .points,
  ]
}

extension WorthSyntax {
  /// The kinds of figures a heading states.
  enum Figure {
    /// 5分, 基分为15分
    case points
    /// 倒扣分5分
    case deduction
    /// 加分3分
    case bonus
    /// 每小项倒扣分2分
    case deductionPerChild
  }

  /// The figure of a kind.
  subscript(figure: Figure) -> Rational? {
    get {
      switch figure {
      case .points: points
      case .deduction: deduction
      case .bonus: bonus
      case .deductionPerChild: deductionPerChild
      }
    }
    set {
      switch figure {
      case .points: points = newValue
      case .deduction: deduction = newValue
      case .bonus: bonus = newValue
      case .deductionPerChild: deductionPerChild = newValue
      }
    }
  }
}
