#!/usr/bin/env python3
# Deterministic data. JSON for the peers; the same rows as TSV for the C program (no JSON parser there).
# gen.py [bulk]: bulk adds 300 documents of 200 rows.
import random, json, os, sys
D=os.path.join(os.path.dirname(os.path.abspath(__file__)),'data'); os.makedirs(D+'/bulk',exist_ok=True)
SCHOOL='南宁市木棉职业技术学校'
SUR='韦覃黄李陆农蒙梁莫罗蓝陈王张刘杨周吴何廖谭卢潘邓苏甘石岑凌闭'
GIV='伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰志文海燕春雪梅建国晓东小红振宇佳怡梓涵欣浩然思远嘉诚雨婷子轩丹妮'
MAJ=['计算机应用','汽车运用与维修','会计电算化','学前教育','电子商务','数控技术应用','旅游服务与管理','护理']
COURSES=['语文','数学','英语','计算机应用基础','职业道德与法律','经济政治与社会','体育与健康','专业技能综合实训']
REM=['补考合格','转专业','休学一年后复学','技能大赛获奖','由外省转入本校就读']
TITLE='广西中等职业学校2023年毕业生资格审核（成绩与操行）与证书验印登记表'
HEAD=['序号','姓名','性别','身份证号码','专业名称','入学年月']+COURSES+['操行评定','资格审核意见','毕业证书编号','备注']
def ident(r,sex,used):
    while True:
        b='450000%d%02d%02d'%(r.randint(2003,2006),r.randint(1,12),r.randint(1,28))+'%03d'%(r.randint(0,498)*2+(1 if sex=='男' else 0))
        if b not in used: break   # a roster with one number twice is refused by a program that checks it
    used.add(b); s=sum(int(c)*w for c,w in zip(b,[7,9,10,5,8,4,2,1,6,3,7,9,10,5,8,4,2]))%11
    return b+'10X98765432'[s]
def student(r,i,used):
    sex=r.choice('男女'); n=r.choice(SUR)+''.join(r.choice(GIV) for _ in range(2 if r.random()<.82 else 1))
    if r.random()<.005: n=r.choice(['古丽娜尔·买买提','阿不都热合曼·吐尔逊'])
    return [str(i),n,sex,ident(r,sex,used),r.choice(MAJ),'2020年9月']+[str(r.randint(60,99)) for _ in range(8)]+\
      [r.choice(['优秀','良好','合格']),'准予毕业' if r.random()<.97 else '暂缓毕业','4501%s2023%06d'%(r.choice('ABC'),i),r.choice(REM) if r.random()<.06 else '']
def doc(seed,n,school=SCHOOL):
    r=random.Random(seed); used=set()
    return {'title':TITLE,'school':school,'major':'各专业','grade':'2020级','length':'三年','head':HEAD,'rows':[student(r,i+1,used) for i in range(n)]}
def save(d,p):
    json.dump(d,open(D+'/'+p+'.json','w'),ensure_ascii=False,separators=(',',':'))
    with open(D+'/'+p+'.tsv','w') as f:
        f.write('\t'.join([d['title'],d['school'],d['major'],d['grade'],d['length']])+'\n'+'\t'.join(d['head'])+'\n')
        for x in d['rows']: f.write('\t'.join(x)+'\n')
LAB=['姓名','曾用名','性别','民族','出生日期','政治面貌','身份证号码','户口性质','籍贯','健康状况','学号','学籍号','专业名称','专业代码','入学年月','毕业年月','学制','班级','语文','数学','英语','计算机应用基础','德育','体育与健康','专业技能','顶岗实习','操行评定','毕业证书编号','个人简历','奖惩情况']
CT='广西中等职业学校毕业生登记卡'
def card(r,i,used):
    s=student(r,i,used); g=lambda:str(r.randint(60,99)); b=s[3][6:14]
    return [s[1],'',s[2],r.choice(['壮族','汉族','瑶族','苗族','侗族']),'%s年%s月%s日'%(b[:4],b[4:6],b[6:]),r.choice(['共青团员','群众']),s[3],r.choice(['农业','非农业']),'广西'+r.choice(['南宁市武鸣区','百色市田阳区','河池市宜州区','柳州市柳江区']),'健康','2020%06d'%i,'G'+s[3],s[4],'%06d'%r.randint(10000,999999),'2020年9月','2023年7月','3年','20%s%d班'%(r.choice('甲乙丙'),r.randint(1,9))]+[g() for _ in range(8)]+[s[14],s[16],
     '2011年9月至2017年7月在'+r.choice(['城关','中心','民族'])+'小学读书；2017年9月至2020年7月在'+r.choice(['第一','第二','民族'])+'初级中学读书；2020年9月至2023年7月在%s%s专业学习。'%(SCHOOL,s[4]),
     r.choice(['无','2021年获自治区职业院校技能大赛三等奖；2022年被评为市级三好学生，获学校一等奖学金。','2022年获学校优秀学生干部称号。'])]
def cards(n,seed=77):
    r=random.Random(seed); used=set(); return {'title':CT,'school':SCHOOL,'major':'','grade':'','length':'','head':LAB,'rows':[card(r,i+1,used) for i in range(n)]}
save(doc(2,10000),'n10000'); save(doc(3,22),'n1'); save(cards(1000),'c1000')
if sys.argv[1:]==['bulk']:
    for k in range(300): save(doc(1000+k,200,'南宁市木棉第%d职业学校'%(k+1)),'bulk/%03d'%k)
