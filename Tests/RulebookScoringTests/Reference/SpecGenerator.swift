import ExactArithmetic
import RulebookSyntax

/// Invents rulebooks: outlines whose points add up, with sentences of every form.
struct SpecGenerator {
  var random: SeededGenerator
  var rulebook = SpecRulebook()
  private var names: [String]
  private var titles: [String]
  /// Attributes that the items around do not ask for yet.
  private var freeAttributes: [Int] = []

  /// The rulebook of a seed.
  static func rulebook(seed: UInt64) -> SpecRulebook {
    var generator = SpecGenerator(seed: seed)
    generator.makeHead()
    generator.makeItems()
    generator.makeOutcomes()
    return generator.rulebook
  }

  private init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    let objects = ["材料", "会议", "档案", "信息", "培训", "投诉", "督查", "保密", "台账", "预案", "合同", "印章", "公文", "网站"]
    let events = ["迟报", "缺失", "查实", "逾期", "不实", "完成", "反馈", "评议", "通报"]
    names = objects.flatMap { object in events.map { object + $0 } }
    names.shuffle(using: &random)
    let fields = [
      "组织领导", "制度建设", "队伍管理", "服务质量", "安全管理", "环境整治", "宣传报道", "窗口建设", "帮扶联系", "资金管理",
      "项目推进", "便民服务", "文化惠民", "节能降耗", "应急演练", "社区服务",
    ]
    titles = fields.flatMap { field in ["工作", "任务", "情况", "机制", "活动"].map { field + $0 } }
    titles.shuffle(using: &random)
  }

  mutating func name() -> String { names.popLast() ?? "其他事实" }

  private mutating func title() -> String { titles.popLast() ?? "其他事项" }

  // MARK: Head

  private mutating func makeHead() {
    rulebook.look = random.look()
    let attributes = [
      SpecAttribute(name: "参加竞赛"), SpecAttribute(name: "进驻中心"),
      SpecAttribute(name: "单位类型", values: ["党群", "政府", "垂直"]),
    ]
    rulebook.attributes = Array(attributes.shuffled(using: &random).prefix(random.int(0...3)))
    freeAttributes = Array(rulebook.attributes.indices)
    if random.chance(30) { rulebook.group = rulebook.attributes.indices.randomElement(using: &random) }
    let offices = ["信访局", "组织部", "市委办", "安监局", "宣传部"]
    rulebook.offices = Array(offices.shuffled(using: &random).prefix(random.int(2...4)))
    if random.chance(25) {
      rulebook.rounding = SpecRounding(everyItem: random.chance(60), places: random.int(0...2))
    }
    if random.chance(40) { rulebook.stepRule = random.pick(StepRule.allCases) }
    if random.chance(50) { rulebook.fullMark = 100 }
  }

  private mutating func someOffices() -> [Int] {
    Array(rulebook.offices.indices.shuffled(using: &random).prefix(random.chance(75) ? 1 : 2))
  }

  // MARK: Items

  private mutating func makeItems() {
    for _ in 0..<random.int(1...3) {
      var item = topItem()
      item.offices = someOffices()
      assessByPeriods(&item)
      if item.periodic == nil { roundSome(&item) }
      rulebook.items.append(item)
    }
  }

  private mutating func topItem() -> SpecItem {
    let points: [Rational] = [1, 2, 3, 5, 8, 10]
    switch random.int(0...9) {
    case 0: return deduction(random.pick([1, 2, 5]), depth: 0)
    case 1: return capPerChild()
    case 2: return bonus(random.pick([1, 2, 3]))
    case 3:
      var group = newItem()
      group.children = [
        self.points(random.pick(points), depth: 1), deduction(random.pick([1, 2]), depth: 1),
      ]
      if random.chance(50) { group.children.append(bonus(random.pick([1, 2]))) }
      return group
    default: return self.points(random.pick(points), depth: 0)
    }
  }

  private mutating func newItem() -> SpecItem { SpecItem(title: title(), look: random.look()) }

  /// An item worth 0…points.
  private mutating func points(_ points: Rational, depth: Int) -> SpecItem {
    var item = newItem()
    item.worth.points = points
    if depth < 3, points >= 2, random.chance(depth == 0 ? 65 : 30) {
      fill(&item, points, depth: depth)
    } else {
      fillLeaf(&item, points)
      if depth == 0, item.children.isEmpty, random.chance(10) { unlimit(&item) }
      if random.chance(25) { moveIntoGroups(&item, inRows: depth < 3) }
    }
    return item
  }

  /// Children whose points add up, for every kind of unit.
  private mutating func fill(_ item: inout SpecItem, _ points: Rational, depth: Int) {
    if random.chance(15) { return fillWeighed(&item, points, depth: depth) }
    let parts = split(points)
    // What the children ask of units must not be asked again inside them.
    let attribute = random.chance(35) ? freeAttributes.popLast() : nil
    for part in parts { item.children.append(self.points(part, depth: depth + 1)) }
    if let attribute {
      distinguish(&item.children, parts, by: attribute)
      freeAttributes.append(attribute)
    }
    let hasDeduction = random.chance(30)
    if hasDeduction { item.children.append(deduction(random.pick([1, 2]), depth: depth + 1)) }
    if random.chance(15) { item.children.append(bonus(random.pick([1, 2]))) }
    if !hasDeduction, random.chance(15) { item.clauses = [deductingClause(of: points)] }
    if random.chance(20) { item.children = item.children.map { assessed($0) } }
    if random.chance(20), item.children.allSatisfy(\.isPlainLeaf) { makeRows(&item.children) }
  }

  /// Children that are worth as much each, of whose scores shares are added up.
  private mutating func fillWeighed(_ item: inout SpecItem, _ points: Rational, depth: Int) {
    let shares = random.pick([[80, 20], [50, 50], [70, 30], [40, 30, 30], [99, 1]])
    for share in shares {
      var child = self.points(points, depth: depth + 1)
      child.weight = Rational(share).divided(by: 100) ?? 1
      item.children.append(child)
    }
  }

  /// Takes the floor from an item; that of items around it would stay.
  private func unlimit(_ item: inout SpecItem) {
    guard let index = item.clauses.firstIndex(where: \.canBeLimited), item.clauses[index].rule.verb == .deduct
    else { return }
    item.clauses[index].limit = .unlimited
  }

  private mutating func assessed(_ item: SpecItem) -> SpecItem {
    var item = item
    item.offices = someOffices()
    return item
  }

  private func makeRows(_ items: inout [SpecItem]) {
    for index in items.indices { items[index].heading = .row }
  }

  /// Two or three parts of a number of points.
  private mutating func split(_ points: Rational) -> [Rational] {
    let half = points.divided(by: 2) ?? points
    switch random.int(0...2) {
    case 0: return [half, half]
    case 1: return [points - 1, 1]
    default: return [half, half - Rational(1).halved, Rational(1).halved]
    }
  }

  // MARK: Applicability

  private mutating func scope(of attribute: Int) -> SpecScope {
    let values = rulebook.attributes[attribute].values
    let answer = values.isEmpty ? 1 : random.int(0...values.count - 1)
    var tests = [[SpecScope.Test(attribute: attribute, answer: answer, isNegated: random.chance(25))]]
    if values.count > 2, !tests[0][0].isNegated, random.chance(30) {
      tests.append([SpecScope.Test(attribute: attribute, answer: (answer + 1) % values.count)])
    }
    return SpecScope(alternatives: tests)
  }

  /// Lets one of the children exist for some units only, such that the points still add up for the others.
  private mutating func distinguish(_ children: inout [SpecItem], _ parts: [Rational], by attribute: Int) {
    let scope = scope(of: attribute)
    children[0].scope = scope
    switch random.int(0...4) {
    case 0:
      children[0].others = .fullMark
    case 1:
      children[0].others = .points(children[0].worth.points ?? 0)
    case 2 where children.count > 1 && !children[1].usesScope:
      var target = SpecItem(title: children[1].title, look: children[1].look)
      target.worth.points = parts[1]
      target.clauses = [random.chance(50) ? conversion() : completion()]
      children[1] = target
      children[0].others = .movedTo(1)
      if children.count > 2, !children[2].usesScope {
        var other = SpecItem(title: children[2].title, look: children[2].look)
        other.worth.points = parts[2]
        other.clauses = [conversion()]
        children[2] = other
        children[0].others = .spread
      }
    case 3:
      var other = points(parts[0], depth: 3)
      other.scope = scope.negated
      children.insert(other, at: 1)
      children[0].others = .nothing
    default:
      children[0].others = .mean
    }
  }

  // MARK: Deductions and bonuses

  /// An item worth −cap…0.
  private mutating func deduction(_ cap: Rational, depth: Int) -> SpecItem {
    var item = newItem()
    item.worth.deduction = cap
    if depth < 3, random.chance(25) {
      for _ in 0..<random.int(2...3) {
        var child = newItem()
        child.worth.deduction = random.chance(60) ? cap.halved : cap
        child.worth.isWrittenAsPoints = random.chance(50)
        fillDeduction(&child)
        item.children.append(child)
      }
      if random.chance(40) { makeRows(&item.children) }
    } else {
      fillDeduction(&item)
      if random.chance(20) { moveIntoGroups(&item, inRows: depth < 3) }
    }
    limitScope(of: &item)
    return item
  }

  private mutating func limitScope(of item: inout SpecItem) {
    guard random.chance(20), let attribute = freeAttributes.last else { return }
    item.scope = scope(of: attribute)
    switch random.int(0...2) {
    case 0: item.others = .mean
    default: item.others = .nothing
    }
  }

  private mutating func fillDeduction(_ item: inout SpecItem) {
    let cap = item.worth.deduction ?? 1
    switch random.int(0...5) {
    case 0: item.clauses = [conversion()]
    case 1: item.clauses = [lossConversion()]
    default: item.clauses = deductingClauses(of: cap)
    }
  }

  /// 每小项倒扣分C分 with rows below.
  private mutating func capPerChild() -> SpecItem {
    var item = newItem()
    let cap: Rational = random.pick([1, 2])
    item.deductionPerChild = cap
    for _ in 0..<random.int(1...3) {
      var child = newItem()
      child.worth.deduction = cap
      child.worth.isInherited = random.chance(80)
      fillDeduction(&child)
      if random.chance(60) { child.offices = someOffices() }
      item.children.append(child)
    }
    if random.chance(60) { makeRows(&item.children) }
    return item
  }

  /// An item worth 0…points, on top of the others.
  private mutating func bonus(_ points: Rational) -> SpecItem {
    var item = newItem()
    item.worth.bonus = points
    for _ in 0..<random.int(1...2) { item.clauses.append(addingClause(of: points)) }
    return item
  }

  /// Rounds one item in five of those that have points.
  private mutating func roundSome(_ item: inout SpecItem) {
    if item.worth.isStated, random.chance(20) { item.places = random.int(0...2) }
    for index in item.children.indices { roundSome(&item.children[index]) }
  }

  // MARK: Periods

  /// Scores an item in each month, quarter or half year, where everything in it can be.
  private mutating func assessByPeriods(_ item: inout SpecItem) {
    guard item.worth.isStated, item.deductionPerChild == nil, !item.children.contains(where: \.usesScope),
      item.hasOnlyPlainRules, random.chance(35)
    else { return }
    let period = random.pick([Period.month, .quarter, .halfYear])
    var folds: [PeriodFold] = [.mean, .mean, .last]
    if item.isLeaf { folds.append(.greatest) }
    if item.isLeaf, item.worth.points != nil, item.start == nil { folds.append(.sum) }
    var periodic = SpecPeriodic(period: period, fold: random.pick(folds))
    if periodic.fold == .sum, let points = item.worth.points {
      guard !item.hasShares else { return }
      periodic.most = points
      item.worth.points = points * Rational(period.count)
    }
    item.periodic = periodic
    item.dropPeriods()
  }

  // MARK: Groups

  /// Puts the clauses of a leaf into groups that are worth nothing themselves.
  private mutating func moveIntoGroups(_ item: inout SpecItem, inRows: Bool) {
    guard item.clauses.count > 1, !item.clauses.contains(where: \.dependsOnNeighbours) else { return }
    let isRows = inRows && random.chance(60)
    let cut = random.int(1...item.clauses.count - 1)
    for clauses in [item.clauses[..<cut], item.clauses[cut...]] {
      var group = newItem()
      group.heading = isRows ? .row : .numbered
      group.clauses = Array(clauses)
      if isRows, random.chance(50) {
        var inner = newItem()
        inner.heading = .subrow
        inner.clauses = group.clauses
        group.clauses = []
        group.children = [inner]
      }
      item.children.append(group)
    }
    item.clauses = []
  }

  /// A leaf of two groups that award all its points, each to other units.
  mutating func fillExclusiveGroups(_ item: inout SpecItem, _ points: Rational) -> Bool {
    guard let attribute = freeAttributes.last else { return false }
    let scope = scope(of: attribute)
    for scope in [scope, scope.negated] {
      var group = newItem()
      group.scope = scope
      group.clauses = awardingClauses(of: points)
      item.children.append(group)
    }
    return true
  }
}

extension SpecItem {
  fileprivate var isPlainLeaf: Bool { children.isEmpty && heading == .numbered && scope.isEveryone }
  fileprivate var usesScope: Bool { !scope.isEveryone || children.contains { $0.usesScope } }
}

extension SpecItem {
  fileprivate var allClauses: [SpecClause] { clauses + children.flatMap(\.allClauses) }

  /// Whether nothing in it counts as something elsewhere, or has a limit that speaks of the item.
  fileprivate var hasOnlyPlainRules: Bool {
    allClauses.allSatisfy { clause in
      switch clause.limit {
      case .unlimited?, .itemAtMost?: return false
      default: break
      }
      if case .countsAs = clause.rule { return false }
      if case .curve = clause.rule { return false }
      if case .formula = clause.rule { return false }
      if case .compared = clause.rule { return false }
      return true
    }
  }

  fileprivate var hasShares: Bool { worth.deduction != nil || worth.bonus != nil }

  /// What is asked for is asked for in each period of the item.
  fileprivate mutating func dropPeriods() {
    for clause in clauses.indices {
      for fact in clauses[clause].facts.indices { clauses[clause].facts[fact].period = .year }
    }
    for child in children.indices { children[child].dropPeriods() }
  }
}

extension SpecScope {
  /// Exactly the other units.
  fileprivate var negated: SpecScope {
    let tests = alternatives.flatMap { $0 }.map { test in
      var opposite = test
      opposite.isNegated.toggle()
      return opposite
    }
    return SpecScope(alternatives: [tests])
  }
}

extension Rational {
  var halved: Rational { divided(by: 2) ?? self }
}
