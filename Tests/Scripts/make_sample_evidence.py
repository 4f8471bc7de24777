#!/usr/bin/env python3
"""Writes the sample evidence for the 2013 rulebook: a register of 40 departments and one ledger for each
assessing office.

    make_sample_evidence.py [FOLDER]     (default: rulebooks/sample-evidence/2013 of this package)

Everything in it is invented.  It is complete: every office has a file, and every score and percentage is
there for the units to which it applies, so every total is a point.  The same script gives the same bytes:
only `random()` of a seeded generator is used, the one method whose values Python promises to keep.
Needs nothing but Python 3.9.
"""
import csv
import io
import random
import sys
from collections import namedtuple
from pathlib import Path

SEED = 2013
HEADER = ["单位", "证据", "数量", "日期", "说明", "材料", "填报单位"]

# A unit's traits, one character each: the attributes of the register, then what makes its year plausible.
ATTRIBUTES = {"村": "新农村领导小组成员", "窗": "进驻行政服务中心", "工": "参加工业竞赛", "商": "参加招商竞赛",
              "农": "参加农业竞赛", "服": "参加服务业竞赛", "金": "有金华市考核任务"}
# 法 enforces the law, 食 answers for food and drugs, 中 had an ordinary year, 差 a poor one (else a good one).

Unit = namedtuple("Unit", "name aliases traits")
UNITS = [Unit(*line.split()) for line in """\
市委办公室 市委办 村商金
市人大常委会办公室 市人大办、人大办 商
市政府办公室 市府办、政府办 村商金
市政协办公室 市政协办、政协办 商中
市纪委监察局 市纪委、监察局 金
市委组织部 组织部 村金
市委宣传部 宣传部 村服金
市委统战部 统战部 商
市委政法委员会 市委政法委、政法委 金
市农村工作办公室 市农办、农办 村农金
市机关工作委员会 市机关工委、机关工委 村
市信访局 信访局 金
市发展和改革局 市发改局、发改局 村窗工商农服金
市经济和信息化局 市经信局、经信局 窗工商金法
市教育局 教育局 村窗金食
市科学技术局 市科技局、科技局 窗工农金
市公安局 公安局 村窗金法中
市民政局 民政局 村窗服金法
市司法局 司法局 村窗金
市财政局 财政局 村窗工农金
市人力资源和社会保障局 市人力社保局、人力社保局 窗工金法
市国土资源局 市国土局、国土局 村窗工农金法
市建设局 建设局 村窗工服金法中
市交通运输局 市交通局、交通局 村窗服金法
市水务局 水务局 村窗农金法
市农业局 农业局 村窗农商金法食
市林业局 林业局 村窗农金法
市商务局 商务局 窗工商服金食
市文化广电新闻出版局 市文广新局、文广新局 村窗服金法差
市卫生局 卫生局 村窗金法食
市人口和计划生育局 市人口计生局、人口计生局 村窗金法
市审计局 审计局 工
市环境保护局 市环保局、环保局 村窗工农金法
市安全生产监督管理局 市安监局、安监局 窗工金法中
市统计局 统计局 工农服
市食品药品监督管理局 市食药监局、食药监局 窗服金法食
市工商行政管理局 市工商局、工商局 窗工商服金法食
市质量技术监督局 市质监局、质监局 窗工金法食中
市旅游局 旅游局 窗商服金差
市行政执法局 行政执法局、城管执法局 窗服金法食差
""".splitlines()]

# How an office keeps its ledger; the offices that are not named here do it the plain way.
Habit = namedtuple("Habit", "encoding newline separator date short")
PLAIN = Habit("utf-8", "\n", ",", "{0}-{1:02}-{2:02}", False)
SLASHES, DOTS, WORDS = "{0}/{1}/{2}", "{0}.{1}.{2}", "{0}年{1}月{2}日"
HABITS = {
    "市纪委": PLAIN._replace(encoding="utf-8-sig", newline="\r\n", date=SLASHES),      # Excel, CSV UTF-8
    "农办": PLAIN._replace(encoding="gb18030", newline="\r\n", date=SLASHES),          # Excel, CSV
    "安监局": PLAIN._replace(separator="\t", date=DOTS),
    "环保局": PLAIN._replace(separator=";", date=WORDS),
    "组织部": PLAIN._replace(short=True),
    "市委办": PLAIN._replace(date=WORDS),
    "宣传部": PLAIN._replace(date=DOTS, short=True),
    "文明办": PLAIN._replace(date=SLASHES, short=True),
    "人大办": PLAIN._replace(date=WORDS, short=True),
    "政协办": PLAIN._replace(date=DOTS),
}

# Outside marks out of 100, one a unit: office, evidence, the trait it takes (- for none), month, material.
MARKS = [line.split() for line in """\
竞赛领导小组办公室 工业竞赛得分 工 12 工业竞赛活动考核结果汇总表
竞赛领导小组办公室 招商竞赛得分 商 12 招商引资工作竞赛考核结果汇总表
竞赛领导小组办公室 农业竞赛得分 农 12 农业经济竞赛考核结果汇总表
竞赛领导小组办公室 服务业竞赛得分 服 12 商贸服务业竞赛考核结果汇总表
五创办 五城同创得分 - 12 五城同创工作考核评分表
五创办 社区共建得分 - 12 社区共建工作考核评分表
人才办 人才工作得分 - 12 人才工作考核评分表
机关工委 机关党建得分 - 12 机关党建考核评分表
市纪委 党风廉政得分 - 12 党风廉政建设责任制考核评分表
行政服务中心 服务中心得分 窗 12 行政服务中心窗口考核汇总表
信访局 信访工作得分 - 12 信访工作考核评分表
安监局 安全生产得分 - 12 安全生产目标责任考核表
应急办 应急联动得分 - 12 应急联动工作考核表
人口计生局 计划生育得分 - 12 计划生育责任制考核表
""".splitlines()]

# Polls out of 100, several rows a unit: evidence, month, who was asked.
POLLS = [
    ("市级领导评议", 12, ["市委领导评议", "市人大领导评议", "市政府领导评议", "市政协领导评议"]),
    ("镇街半年初评", 6, ["街道初评", "镇初评", "乡初评"]),
    ("镇街年终评议", 12, ["街道评议", "镇评议", "乡评议"]),
    ("群众评机关", 12, ["问卷测评", "网上测评"]),
]

# What a unit must do for its points, once: office, evidence, trait, what the ledger notes.
DUTIES = [line.split() for line in """\
农办 交办工作完成 村 领导小组交办工作按时办结
农办 新农村目标完成 村 完成省、金华市下达的目标任务
农办 结对村资金扶持 - 结对村扶持资金已拨付
农办 出台优惠政策 - 出台扶持结对村的政策意见
农办 结对帮扶落实 - 有计划、有总结，结对到户
农办 帮扶资金物资落实 - 帮扶项目资金、物资到位
宣传部 主题活动成效 - 有方案、有载体，成效明显
宣传部 学习型党组织 - 中心组学习和“月月读”开展正常
宣传部 党报党刊征订 - 年度征订任务完成
""".splitlines()]

# What must be done so many times: office, evidence, measure word, times in each of the months, note.
ROUTINES = [
    ("农办", "送温暖活动", "次", [(1, 1), (10, 1)], "“送温暖、献爱心”活动"),
    ("市纪委", "班子专题研究", "次", [(3, 1), (9, 1)], "班子专题研究效能建设"),
    ("市纪委", "效能作风检查", "次", [(2, 1), (5, 1), (8, 1), (11, 1)], "内部效能与作风检查"),
    ("市纪委", "作风教育活动", "次", [(4, 1), (7, 1)], "作风建设教育活动"),
    ("市纪委", "信息报送", "篇", [(month, 2) for month in range(1, 13)], ""),
    ("组织部", "干部集中学习", "次", [(month, 1) for month in range(1, 13)], ""),
    ("文明办", "精神文明专题会议", "次", [(3, 1)], "专题会议，有会议记录"),
]

# What may go wrong: office | evidence | how | trait | chance | note | material.
# how: 是 (yes/no), a measure word (a count), or the amounts an assessor may set.
# chance: per cent in a good year; three times that in an ordinary one, eight times in a poor one.
# {d} is the day, {n} the number of a document; what a note says of 全年 or 年终 is written in December.
INCIDENTS = [[cell.strip() for cell in line.split("|")] for line in """\
农办|联系镇乡扣分|0.1 0.2 0.3|-|3|联系点一项任务未达进度，经研究酌情扣分|联系镇乡工作考核表
组织部|指导员未选派|是|-|1|指导员未按期到岗|指导员选派名册
组织部|指导员到村不足|人次|-|3|{d}抽查，指导员当月到村不足2次|到村签到册
组织部|指导员未上党课|人次|-|2|至{d}未给全体党员上党课|党课记录
组织部|指导员任务未完成|0.1 0.2|-|2|联络办交办的调研报告未交，酌情扣分|联络办通知〔2013〕{n}号
市纪委|未明确工作人员|是|-|1|效能办工作人员调离后未补|效能检查记录
市纪委|未制定作风建设计划|是|-|1|作风建设系列活动未制定计划|效能检查记录
市纪委|工作举措不到位|项|-|1|{d}检查，工作举措未落实|督查通报〔2013〕{n}号
市纪委|违反实施意见|起|-|2|{d}检查发现违规公务接待|督查通报〔2013〕{n}号
市纪委|配套制度未建立|项|-|1|公务接待制度未建立|效能检查记录
市纪委|缺少管理制度|项|-|3|缺少限时办结制|效能检查记录
市纪委|事项授权不到位|项|窗|1|审批事项未授权窗口|窗口检查记录
市纪委|电子监察不合格|是|窗|1|年终考核不合格，超时预警未处理|电子监察考核表
市纪委|审批改革未完成|是|窗|1|审批事项清理未按时完成|审批制度改革督查表
市纪委|流程创新不到位|是|窗|2|流程优化方案未执行|审批制度改革督查表
市纪委|政务公开不规范|是|-|2|{d}抽查，公开栏未更新|政务公开检查表
市纪委|政务公开监督不到位|是|-|1|无监督检查记录|政务公开检查表
市纪委|攻坚克难未落实|是|-|1|攻坚克难项目未启动|攻坚克难活动督查表
市纪委|无领导包题|是|-|1|未明确包题领导|攻坚克难活动督查表
市纪委|擅自到企业检查|次|法|1|{d}未经批准到企业检查，查实|效能投诉〔2013〕{n}号
市纪委|投诉查实|起|-|4|{d}窗口投诉，查实|效能投诉〔2013〕{n}号
市纪委|投诉逾期|件|-|3|{d}转办件，逾期报结|投诉转办单〔2013〕{n}号
市纪委|违反效能规定|起|-|1|{d}暗访，上班时间上网购物|效能通报〔2013〕{n}号
市纪委|不自查自纠|起|-|1|{d}通报后未自查|效能通报〔2013〕{n}号
市纪委|投诉件不查处|起|-|1|{d}督办件未答复|督查通报〔2013〕{n}号
市纪委|问题整改不到位|起|-|2|{d}回访,群众反映"仍要跑两趟"|投诉回访记录
市纪委|专项监察未整改|次|法|1|{d}复查，问题未整改|监察通知书〔2013〕{n}号
市纪委|监察建议不执行|次|法|1|监察建议逾期未执行|监察建议书〔2013〕{n}号
市纪委|热线未上线|人次|窗|1|{d}《行风热线》分管领导未上线|行风热线登记表
市纪委|热线未反馈|次|窗|2|{d}热线交办件未按时反馈|行风热线交办单
市纪委|督办未落实|项|-|2|{d}督办事项未按要求落实|督办单〔2013〕{n}号
组织部|班子分工不明确|是|-|1|分工调整后未行文|班子建设考核表
组织部|班子推诿扯皮|是|-|0.5|职责不清，影响项目推进|班子建设考核表
组织部|民主集中制不规范|是|-|1|党委（党组）会议记录不完整|党委（党组）会议记录
组织部|重大事项独断|是|-|0.5|一项大额支出未经集体讨论|专项检查记录
组织部|选拔任用违规|是|-|0.5|选拔任用手续不完备|选拔任用专项检查表
组织部|未落实培训计划|是|-|2|未制定业务培训计划|干部教育考核表
组织部|未完成培训任务|是|-|2|公务员培训学时未达标|干部教育考核表
组织部|干部管理制度不健全|是|-|1|请销假制度不健全|干部管理检查表
组织部|违规企业兼职|人次|-|0.5|{d}核查，干部在企业兼职|兼职核查表
组织部|党代表询问逾期|件|-|1|{d}到期未书面答复|党代表询问办理单
组织部|询问答复不认真|0.1 0.2 0.3|-|1|答复件格式不规范，酌情核定|党代表询问办理单
宣传部|负面报道|一次|-|1|{d}省级媒体负面报道|舆情专报〔2013〕{n}期
宣传部|敏感舆情未处置|一次|-|2|{d}舆情提示未及时回复|舆情提示单〔2013〕{n}号
编委办|编制规定未落实|是|-|1|实名制信息未及时更新|编制检查表
编委办|擅自招录编外|是|-|1|自行招用编外人员2名|编制检查表
编委办|登记年检未落实|是|-|2|下属事业单位逾期未年检|年检催办单
司法局|普法档案不规范|是|-|2|普法档案缺学法记录|普法检查表
司法局|学法活动不足|是|-|2|当季未组织学法|普法检查表
司法局|普法材料迟报|是|-|4|工作总结迟报|报送情况统计表
食品药品监管局|示范市被扣分|1 2 3 4.5|食|40|示范市复查扣分，标准表第3项|示范市考核验收扣分表
食品药品监管局|综合评价被扣分|1 2 3.5|食|30|金华市年终评价扣分|食品安全综合评价通知
食品药品监管局|食品信息少报|条|食|8|全年少报食品安全信息|信息报送统计表
食品药品监管局|食品药品安全事件|起|食|1|{d}食品安全事件，及时处置|事件处置报告
法制办|未设法制机构|是|-|1|未配备专职法制人员|依法行政检查表
法制办|无证上岗|是|法|1|新进执法人员未参加资格考试|执法证件核查表
法制办|首长未出庭应诉|起|法|1|{d}开庭，行政首长未出庭|应诉情况登记表
法制办|行政行为被纠正|起|法|1|{d}复议决定撤销处罚|行政复议决定书〔2013〕{n}号
法制办|执法检查违法不当|起|法|3|{d}案卷评查，程序有瑕疵|案卷评查通报〔2013〕{n}号
文明办|文明创建规划未上报|是|-|2|创建规划未按时上报|创建规划催报单
文明办|学雷锋活动未组织|是|-|2|未组织志愿服务|活动台账
人大办|议案提案逾期|件|-|1|{d}代表建议逾期答复|代表建议办理单第{n}号
人大办|办理答复不认真|0.1 0.2 0.3 0.5|-|2|答复件格式不规范|代表建议办理单第{n}号
人大办|会办不落实|是|-|1|会办意见迟交|会办情况登记表
政协办|议案提案逾期|件|-|1|{d}政协提案逾期答复|提案办理单第{n}号
政协办|办理答复不认真|0.1 0.2|-|2|答复内容笼统，委员评价一般|提案办理单第{n}号
市委办|信息任务未完成|是|-|2|全年信息得分未达指标|信息工作通报
市府办|调研任务未完成|是|-|2|重点课题未提交调研报告|调研课题结题表
市府办|重大信息迟报|是|-|1|{d}突发事件信息迟报|值班记录
保密办|保密教育检查未做|次|-|2|{d}检查，当季未做保密检查|保密检查记录
保密办|失泄秘密文件|是|-|0.2|一份秘密级文件遗失|保密案件通报
档案局|档案整理不规范|是|-|2|2012年度档案归档不及时|档案检查表
档案局|档案未登记备份|是|-|2|电子档案未登记备份|档案检查表
史志办|缺席史志会议|次|-|3|{d}年鉴撰稿培训缺席|签到册
史志办|市志资料未完成|是|-|1|资料长编未交|催稿单
史志办|年鉴稿件未完成|是|-|2|年鉴稿件逾期|催稿单
环保局|生态责任书未完成|项|-|2|责任书任务未完成|生态环保责任书考核表
环保局|生态市指标未完成|是|法|1|一项责任指标未达标|生态市建设考核表
卫生局|创强组织未建立|是|-|1|创建工作未列入年度计划|创强督查表
总工会|群团组织不健全|是|-|1|工会未按期换届|工会工作考核表
团市委|群团活动不正常|是|-|2|团组织全年活动未开展|团建考核表
妇联|群团经费未保障|是|-|1|妇女工作经费未列支|妇女工作考核表
""".splitlines()]

# Offices that have nothing to add: a file with the header alone says that nothing happened.
SILENT = ["公安局", "残联", "老干部局"]

Row = namedtuple("Row", "unit evidence quantity month day note material by")


class Year:
    """The invented year: draws what happened, and collects the rows of each office."""

    def __init__(self, seed):
        self.random = random.Random(seed).random
        self.ledgers = {office: [] for office in SILENT + [incident[0] for incident in INCIDENTS]}
        self.weakness = {unit.name: self.below(9) for unit in UNITS}

    def happens(self, percent):
        return self.random() * 100 < percent

    def below(self, n):
        return int(self.random() * n)

    def one_of(self, values):
        return values[self.below(len(values))]

    def add(self, office, unit, evidence, quantity, month, note="", material="", day=None):
        day = day or 3 + self.below(26)
        text = {"d": f"{month}月{day}日", "n": 1 + self.below(40)}
        by = office if self.happens(70) else ""
        self.ledgers.setdefault(office, []).append(
            Row(unit, evidence, quantity, month, day, note.format(**text), material.format(**text), by))

    def marks(self):
        for office, evidence, trait, month, material in MARKS:
            day = 16 + self.below(12)
            for unit in UNITS:
                if has(unit, trait):
                    self.add(office, unit, evidence, number(self.mark(unit, 96, 91, 82)), int(month),
                             material=material, day=day)

    def polls(self):
        for evidence, month, voters in POLLS:
            for unit in UNITS:
                for voter in voters:
                    self.add("市考核工作领导小组", unit, evidence, number(self.mark(unit, 92, 87, 78)), month,
                             voter, "测评结果统计表", 25)

    def mark(self, unit, good, ordinary, poor):
        """A mark in hundredths around the figure that goes with the unit's year, less the unit's own weakness."""
        least = by_year(unit, good, ordinary, poor) - self.weakness[unit.name]
        return least * 100 + self.below(41) * 10 - self.below(3) * 5

    def tasks(self):
        for evidence, trait, least, most, note in (
                ("金华任务完成率", "金", 1, 3, "金华市下达任务第{}项"), ("年度要点完成率", "-", 3, 6, "年度工作要点第{}项")):
            for unit in UNITS:
                for task in range(least + self.below(most - least + 1) if has(unit, trait) else 0):
                    done, what = self.completion(unit)
                    self.add("市委办", unit, evidence, done, 12, note.format(task + 1) + what, "任务完成情况核定表", 20)

    def completion(self, unit):
        if self.happens(by_year(unit, 90, 75, 45)):
            return (self.one_of(["100%", "100%", "100", "104.5%", "112%"]), "")
        return number(by_year(unit, 8000, 7500, 6000) + 50 * self.below(39)) + "%", "，未全面完成"

    def duties(self):
        for office, evidence, trait, note in DUTIES:
            for unit in UNITS:
                if not has(unit, trait):
                    continue
                if self.happens(by_year(unit, 99, 94, 70)):
                    self.add(office, unit, evidence, self.yes(), 10 + self.below(3), note)
                elif self.happens(50):
                    self.add(office, unit, evidence, self.one_of(["否", "×"]), 12, "检查时未落实")

    def routines(self):
        for office, evidence, word, plan, note in ROUTINES:
            for unit in UNITS:
                for month, times in plan:
                    if not self.happens(by_year(unit, 99, 95, 80)):
                        times -= 1
                    elif times > 1:
                        times += self.below(3)
                    if times > 0:
                        self.add(office, unit, evidence, self.count(times, word), month, note)

    def incidents(self):
        for office, evidence, how, trait, percent, note, material in INCIDENTS:
            for unit in UNITS:
                if has(unit, trait) and self.happens(min(70, float(percent) * by_year(unit, 1, 3, 8))):
                    month = 12 if "全年" in note or "年终" in note else 1 + self.below(12)
                    self.add(office, unit, evidence, self.quantity(how), month, note, material)

    def quantity(self, how):
        if how == "是":
            return self.yes()
        if how == "一次":
            return "1"
        if how[0].isdigit():
            return self.one_of(how.split())
        return self.count(2 if self.happens(15) else 1, how)

    def yes(self):
        return self.one_of(["是", "是", "√", "1", ""])

    def count(self, times, word):
        return self.one_of([str(times), f"{times}{word}", "" if times == 1 else str(times)])


def has(unit, trait):
    return trait == "-" or trait in unit.traits


def by_year(unit, good, ordinary, poor):
    return poor if "差" in unit.traits else ordinary if "中" in unit.traits else good


def number(hundredths):
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02}".rstrip("0") if rest else str(whole)


def table(rows, encoding, newline, separator):
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=newline).writerows(rows)
    return out.getvalue().encode(encoding)


def register():
    yes_no = [["是" if letter in unit.traits else "否" for letter in ATTRIBUTES] for unit in UNITS]
    rows = [[unit.name, unit.aliases, *answers] for unit, answers in zip(UNITS, yes_no)]
    return table([["单位", "简称", *ATTRIBUTES.values()], *rows], "utf-8-sig", "\r\n", ",")


def ledger(office, rows):
    habit = HABITS.get(office, PLAIN)
    lines = [HEADER]
    for row in sorted(rows, key=lambda r: (r.month, r.day)):
        unit = row.unit.aliases.split("、")[0] if habit.short else row.unit.name
        date = habit.date.format(2013, row.month, row.day)
        lines.append([unit, row.evidence, row.quantity, date, row.note, row.material, row.by])
    return table(lines, habit.encoding, habit.newline, habit.separator)


def main():
    package = Path(__file__).resolve().parents[2]
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else package / "rulebooks" / "sample-evidence" / "2013"
    folder.mkdir(parents=True, exist_ok=True)
    year = Year(SEED)
    for draw in (year.marks, year.polls, year.tasks, year.duties, year.routines, year.incidents):
        draw()
    (folder / "单位名册.csv").write_bytes(register())
    for office, rows in year.ledgers.items():
        (folder / f"台账-{office}.csv").write_bytes(ledger(office, rows))


if __name__ == "__main__":
    main()
