#!/usr/bin/env python3
# ruff: noqa: B905, EXE001, F541, FURB122, ISC004, PLR0915, PTH123, RUF005, S311, SIM115, SIM905, T201
# It stays as it is: the figures are told of the very bytes that it writes.
# fmt: off
"""Write a large, deterministic, schema-valid IATI 2.03 activity file.

    python make_iati.py --activities 20000 --seed 7 --out big.xml

Standard library only; the file is streamed, so memory stays flat whatever N.
The same seed and N always give the same bytes, and activity k is the same
whatever N is (each activity has its own generator, and only Random.random()
is used, whose sequence Python keeps stable between versions).

What it is like: 20 000 activities are about 100 MB.  Counts per activity are
skewed as in published data (most activities are small, a few are huge), about
a third carry results, text is in two languages with non-ASCII letters and
escaped characters, values mix integers, two decimals and negatives, and a few
activities carry comments, CDATA and elements in a foreign namespace.

--defects P plants, with chance P per activity, one fault that a rule
validator should find (the schema does not); the counts go to stderr.
"""
import argparse
import gzip
import math
import random
import sys
from datetime import date, timedelta

EN = ("the project will support improved access to safe water and basic health services for rural "
      "households women farmers and young people through training of local staff construction of "
      "small facilities better planning at district level cash transfers nutrition advice school "
      "meals seed fairs legal aid monitoring of results and stronger public finance management "
      "research partners government agencies civil society private sector climate resilience").split()
FR = ("le projet vise à améliorer l'accès des ménages ruraux aux services de santé et d'eau potable "
      "grâce à la formation du personnel local la construction d'équipements une meilleure "
      "planification régionale des transferts monétaires l'éducation primaire l'égalité entre les "
      "femmes et les hommes la résilience climatique le suivi des résultats où les bénéficiaires "
      "reçoivent un appui budgétaire société civile marchés semences sécurité alimentaire").split()
PLACES = ["Kibera", "Nampula", "Gao", "Tigray", "Sylhet", "Cox’s Bazar", "Goma", "Kayes", "Puno",
          "Huehuetenango", "Zinder", "Mopti", "Ségou", "Thiès", "Bié", "Niassa", "Karamoja", "Lindi"]
COUNTRIES = "AF BD BF BI BJ BO CD CF CI CM CO ET GH GT GN HT HN IQ JO KE KH LA LB LR LS MA MG ML MM MN MR MW MZ NE NG NI NP PE PG PH PK PS RW SD SL SN SO SS SV SY TD TG TJ TL TN TZ UA UG UZ VN YE ZM ZW".split()
REGIONS = ["298", "289", "189", "498", "679", "789", "998"]
CURRENCIES = [("USD", .46), ("EUR", .68), ("GBP", .82), ("SEK", .86), ("CAD", .90), ("CHF", .93),
              ("DKK", .95), ("AUD", .97), ("JPY", .985), ("XOF", .995), ("KES", 1.01)]
SECTORS = "11110 11220 11320 12110 12220 12240 12261 13020 13040 14020 14030 14032 15110 15111 15130 15150 15160 15170 15220 16010 16020 16050 21020 23210 24030 25010 31110 31120 31150 31161 31166 32130 41010 43030 43040 43050 43060 52010 72010 72040 72050 73010 74020 91010 99810".split()
ORGS = [("XM-DAC-41114", "40", "United Nations Development Programme", "Programme des Nations Unies pour le développement"),
        ("GB-GOV-1", "10", "UK Foreign & Development Office", "Ministère britannique du développement"),
        ("XI-IATI-EC_INTPA", "15", "European Commission – International Partnerships", "Commission européenne"),
        ("US-GOV-1", "10", "US Agency for Development", "Agence américaine pour le développement"),
        ("NL-KVK-27327087", "21", "Water & Health Foundation", "Fondation Eau & Santé"),
        ("KE-NCB-2019-0815", "22", "Ushirika Women's Network", "Réseau de femmes Ushirika"),
        ("DE-1", "10", "Federal Ministry for Cooperation", "Ministère fédéral de la coopération"),
        ("CH-4", "10", "Swiss Cooperation", "Coopération suisse"),
        ("XM-DAC-47122", "30", "Alliance for Vaccines", "Alliance pour les vaccins"),
        ("BD-NAB-00417", "23", "Shakti Rural Trust", "Fiducie rurale Shakti"),
        ("SE-0", "10", "Swedish Development Agency", "Agence suédoise de développement"),
        ("XI-EXAMPLE-PRIV", "70", "Hill <Solar> Ltd", "Hill <Solaire> SARL")]
UNITS = ["households reached", "people trained", "wells built", "schools supported",
         "children vaccinated", "farmers using improved seed", "clinics equipped", "hectares restored"]
FAULTS = ("sector-percent", "dates-reversed", "budget-too-long", "future-actual", "bad-currency",
          "duplicate-id", "empty-period")


def esc(s):
    return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


ORGS = [(r, t, esc(a), esc(b)) for r, t, a, b in ORGS]


class Gen:
    def __init__(self, seed, defects=0.0, today=date(2024, 6, 30)):
        self.seed, self.defects, self.today = seed, defects, today
        self.faults = dict.fromkeys(FAULTS, 0)
        self.prev_id = None

    # -- random helpers, all on random() ---------------------------------
    def i(self, a, b):
        return a + int(self.r() * (b - a + 1))

    def pick(self, seq):
        return seq[int(self.r() * len(seq))]

    def skew(self, median, sigma, top):
        """Log-normal count, by Box-Muller."""
        z = math.sqrt(-2 * math.log(1 - self.r())) * math.cos(6.283185307179586 * self.r())
        return min(top, int(median * math.exp(sigma * z)))

    def words(self, pool, n):
        k = int(self.r() * len(pool))
        out, size = [], len(pool)
        while len(out) < n:            # runs of text, cheaper than word by word
            run = 3 + int(self.r() * 9)
            out += pool[k:k + run] if k + run <= size else pool[k:] + pool[:k + run - size]
            k = int(self.r() * size)
        s = " ".join(out[:n])
        return s[0].upper() + s[1:]

    def narr(self, ind, n, stop=""):
        """Two narratives: the default language unmarked, then French (some activities have one)."""
        out = f"{ind}<narrative>{self.words(EN, n)}{stop}</narrative>\n"
        if self.two:
            out += f'{ind}<narrative xml:lang="fr">{self.words(FR, n + n // 6)}{stop}</narrative>\n'
        return out

    def org(self, ind, tag, attrs):
        ref, typ, en, fr = self.pick(ORGS)
        fr = f'{ind}  <narrative xml:lang="fr">{fr}</narrative>\n' if self.two and self.r() < .2 else ""
        return (f'{ind}<{tag} ref="{ref}" type="{typ}"{attrs}>\n{ind}  <narrative>{en}</narrative>\n{fr}{ind}</{tag}>\n')

    def amount(self):
        v = math.exp(8 + 6 * self.r())
        x = self.r()
        if x < .5:
            return str(int(v))
        if x < .93:
            return f"{v:.2f}"
        return f"-{v / 10:.2f}" if x < .97 else f"{v:.6f}"

    def value(self, ind, day, cur=None):
        c = f' currency="{cur}"' if cur else (f' currency="{self.cur}"' if self.r() < .7 else "")
        return f'{ind}<value{c} value-date="{day}">{self.amount()}</value>\n'

    def split100(self, n):
        if n == 1:
            return ["100"]
        cuts = sorted(self.i(1, 9999) for _ in range(n - 1))
        parts = [b - a for a, b in zip([0] + cuts, cuts + [10000])]
        return [f"{p // 100}.{p % 100:02d}" for p in parts]

    # -- one activity ----------------------------------------------------
    def activity(self, k):
        rng = random.Random(self.seed * 1_000_003 + k)
        self.r = r = rng.random
        i, pick, words, narr = self.i, self.pick, self.words, self.narr
        self.two = r() < .7
        x = r()
        self.cur = cur = next(c for c, p in CURRENCIES if x < p)
        fault = None
        if self.defects:
            fr = random.Random(self.seed * 7_919 + k).random
            if fr() < self.defects:
                fault = FAULTS[int(fr() * len(FAULTS))]
                if fault == "duplicate-id" and self.prev_id is None:
                    fault = "dates-reversed"
                self.faults[fault] += 1
        rep = ORGS[int(r() * 5)]
        start = date(2010, 1, 1) + timedelta(days=i(0, 4700))
        end = start + timedelta(days=i(180, 2200))
        status = "3" if end < self.today else ("2" if start < self.today else "1")
        ident = f"{rep[0]}-{k:06d}-{i(100, 999)}"
        if fault == "duplicate-id":
            ident, rep = self.prev_id
        self.prev_id = ident, rep
        hum = ' humanitarian="1"' if r() < .12 else ""
        o = [f'  <iati-activity xml:lang="en" default-currency="{cur}" hierarchy="{1 if r() < .8 else 2}"{hum} '
             f'last-updated-datetime="2024-0{i(1, 6)}-{i(10, 28)}T{i(10, 23)}:{i(10, 59)}:00Z">\n'
             f'    <iati-identifier>{ident}</iati-identifier>\n']
        a = o.append
        if r() < .02:
            a("    <!-- exported by the programme database; do not edit -->\n")
        a(f'    <reporting-org ref="{rep[0]}" type="{rep[1]}">\n      <narrative>{rep[2]}</narrative>\n    </reporting-org>\n')
        a(f"    <title>\n{narr('      ', i(4, 11))}    </title>\n")
        a(f'    <description type="1">\n{narr("      ", self.skew(22, .6, 220) + 4, ".")}    </description>\n')
        if r() < .25:
            a(f'    <description type="2">\n{narr("      ", self.skew(16, .5, 90) + 3, ".")}    </description>\n')
        if r() < .02:
            a(f'    <description type="4">\n      <narrative><![CDATA[{words(EN, 12)} <b>& more</b>]]></narrative>\n    </description>\n')
        for role in "1234"[:2 + (r() < .5) + (r() < .15)]:
            aid = f' activity-id="{rep[0]}-{i(0, 99999):06d}"' if r() < .15 else ""
            a(self.org("    ", "participating-org", f' role="{role}"{aid}'))
        if r() < .3:
            a(f'    <other-identifier ref="{i(10000, 99999)}/{i(1, 99)}" type="A1">\n      <owner-org ref="{rep[0]}">\n'
              f'        <narrative>{rep[2]}</narrative>\n      </owner-org>\n    </other-identifier>\n')
        a(f'    <activity-status code="{status}"/>\n')
        s, e = (end, start) if fault == "dates-reversed" else (start, end)
        a(f'    <activity-date type="1" iso-date="{s}"/>\n')
        if start < self.today:
            d = "2099-01-01" if fault == "future-actual" else start + timedelta(days=i(0, 40))
            a(f'    <activity-date type="2" iso-date="{d}"/>\n')
        elif fault == "future-actual":
            a('    <activity-date type="2" iso-date="2099-01-01"/>\n')
        a(f'    <activity-date type="3" iso-date="{e}"/>\n')
        if status == "3" and r() < .8 and fault != "future-actual":
            a(f'    <activity-date type="4" iso-date="{end}"/>\n')
        if r() < .3:
            a(f'    <contact-info type="1">\n      <organisation>\n        <narrative>{rep[2]}</narrative>\n      </organisation>\n'
              f'      <telephone>+{i(10, 99)} {i(100, 999)} {i(1000, 9999)}</telephone>\n      <email>aid{i(1, 99)}@example.org</email>\n'
              f'      <website>https://example.org/{k}</website>\n      <mailing-address>\n        <narrative>{i(1, 99)} Main Road, {pick(PLACES)}</narrative>\n'
              f'      </mailing-address>\n    </contact-info>\n')
        if r() < .6:
            a(f'    <activity-scope code="{i(1, 8)}"/>\n')
        n = 1 if r() < .85 else i(2, 4)
        if r() < .85:
            c0 = i(0, len(COUNTRIES) - 5)
            for j, p in enumerate(self.split100(n)):
                pc = f' percentage="{p}"' if n > 1 or r() < .5 else ""
                a(f'    <recipient-country code="{COUNTRIES[c0 + j]}"{pc}/>\n')
        else:
            a(f'    <recipient-region code="{pick(REGIONS)}" vocabulary="1" percentage="100"/>\n')
        for _ in range(self.skew(.55, 1, 8) if r() < .6 else 0):
            a(f'    <location ref="{pick(COUNTRIES)}-{i(1, 99)}">\n      <location-reach code="1"/>\n      <location-id vocabulary="G1" code="{i(100000, 9999999)}"/>\n'
              f'      <name>\n        <narrative>{pick(PLACES)}</narrative>\n      </name>\n      <administrative vocabulary="G1" level="1" code="{i(1000, 99999)}"/>\n'
              f'      <point srsName="http://www.opengis.net/def/crs/EPSG/0/4326">\n        <pos>{r() * 60 - 25:.5f} {r() * 120 - 20:.5f}</pos>\n      </point>\n'
              f'      <exactness code="1"/>\n      <location-class code="2"/>\n      <feature-designation code="PPL"/>\n    </location>\n')
        n = 1 if r() < .55 else i(2, 5)
        ps = self.split100(n)
        if fault == "sector-percent":
            n, ps = 2, ["60", "55.5"]
        for p in ps:
            v = f' vocabulary="1"' if r() < .8 else ""
            a(f'    <sector{v} code="{pick(SECTORS)}" percentage="{p}"/>\n')
        for _ in range(i(1, 3) if r() < .25 else 0):
            a(f'    <tag vocabulary="2" code="{i(1, 17)}"/>\n')
        if r() < .03:
            a(f'    <country-budget-items vocabulary="2">\n      <budget-item code="{i(1, 9)}.{i(1, 9)}.{i(1, 9)}" percentage="100">\n        <description>\n'
              f'{narr("          ", 5)}        </description>\n      </budget-item>\n    </country-budget-items>\n')
        if hum:
            a(f'    <humanitarian-scope type="1" vocabulary="1-2" code="EQ-20{i(15, 23)}-{i(1, 199):06d}-NPL"/>\n')
        for m in "1258"[:i(0, 4) if r() < .6 else 0]:
            a(f'    <policy-marker vocabulary="1" code="{m}" significance="{i(0, 2)}"/>\n')
        if r() < .8:
            a(f'    <collaboration-type code="1"/>\n    <default-flow-type code="10"/>\n    <default-finance-type code="110"/>\n'
              f'    <default-aid-type code="C01"/>\n    <default-tied-status code="5"/>\n')
        nb = min(8, max(1, (end - start).days // 365)) if r() < .6 else 0
        if fault in ("budget-too-long", "bad-currency") and not nb:
            nb = 1
        y = start.year
        for b in range(nb):
            long = fault == "budget-too-long" and b == 0
            a(f'    <budget type="{1 if r() < .8 else 2}" status="{1 if r() < .6 else 2}">\n      <period-start iso-date="{y + b}-01-01"/>\n'
              f'      <period-end iso-date="{y + b + (2 if long else 0)}-12-31"/>\n'
              + self.value("      ", f"{y + b}-01-01", "QQQ" if fault == "bad-currency" and b == 0 else None) + "    </budget>\n")
        for b in range(i(1, 3) if r() < .12 else 0):
            a(f'    <planned-disbursement type="1">\n      <period-start iso-date="{y + b}-04-01"/>\n      <period-end iso-date="{y + b}-06-30"/>\n'
              + self.value("      ", f"{y + b}-04-01") + self.org("      ", "provider-org", "") + self.org("      ", "receiver-org", "")
              + "    </planned-disbursement>\n")
        if r() < .04:
            a(f'    <capital-spend percentage="{i(0, 100)}.5"/>\n')
        for t in range(self.skew(2.7, .9, 400)):
            d = min(self.today, start + timedelta(days=i(0, 1500)))
            tt = pick("1112233333444")
            ref = f' ref="{k:06d}/{t}"' if r() < .5 else ""
            a(f'    <transaction{ref}>\n      <transaction-type code="{tt}"/>\n      <transaction-date iso-date="{d}"/>\n' + self.value("      ", d))
            if r() < .45:
                a(f"      <description>\n        <narrative>{words(EN, i(3, 9))}</narrative>\n      </description>\n")
            if r() < .5:
                a(self.org("      ", "provider-org", f' provider-activity-id="{rep[0]}-{i(0, 99999):06d}"'))
            if r() < .5:
                a(self.org("      ", "receiver-org", ""))
            x = r()
            if x < .2:
                a(f'      <sector vocabulary="1" code="{pick(SECTORS)}"/>\n      <recipient-country code="{pick(COUNTRIES)}"/>\n')
            if x < .35:
                a('      <flow-type code="10"/>\n      <finance-type code="110"/>\n      <aid-type code="C01"/>\n      <tied-status code="5"/>\n')
            a("    </transaction>\n")
        for _ in range(i(1, 3) if r() < .18 else 0):
            a(f'    <document-link format="application/pdf" url="https://example.org/docs/{k}/{i(1, 9999)}.pdf?a=1&amp;b=2">\n      <title>\n'
              f'{narr("        ", 5)}      </title>\n      <category code="A0{i(1, 9)}"/>\n      <language code="en"/>\n      <document-date iso-date="{start}"/>\n    </document-link>\n')
        if r() < .3:
            a(f'    <related-activity ref="{rep[0]}-{i(0, 99999):06d}" type="{i(1, 5)}"/>\n')
        if r() < .02:
            a(f'    <legacy-data name="Project Status" value="7" iati-equivalent="activity-status"/>\n')
        if r() < .15:
            if r() < .5:
                a('    <conditions attached="0"/>\n')
            else:
                a(f'    <conditions attached="1">\n      <condition type="{i(1, 3)}">\n{narr("        ", 12, ".")}      </condition>\n    </conditions>\n')
        nr = 1 + self.skew(.6, .9, 8) if r() < .22 else 0
        if fault == "empty-period" and not nr:
            nr = 1
        for q in range(nr):
            self.result(a, start, fault if q == 0 else None)
        if r() < .01:
            a(f'    <fss extraction-date="2014-05-06" priority="1" phaseout-year="2016">\n      <forecast year="2014" value-date="2013-07-03" currency="GBP">{i(1000, 99999)}</forecast>\n    </fss>\n')
        if r() < .02:
            a(f'    <x:office xmlns:x="http://example.org/ns/ext"><x:code>{i(100, 999)}</x:code></x:office>\n')
        a("  </iati-activity>\n")
        return "".join(o)

    def result(self, a, start, fault):
        r, i, narr = self.r, self.i, self.narr
        a(f'    <result type="{i(1, 3)}" aggregation-status="1">\n      <title>\n{narr("        ", i(4, 9))}      </title>\n')
        if r() < .6:
            a(f'      <description>\n{narr("        ", i(8, 20), ".")}      </description>\n')
        for j in range(1 + self.skew(.9, .7, 12)):
            unit = self.pick(UNITS)
            base = i(0, 400)
            a(f'      <indicator measure="{self.pick("11112")}" ascending="1">\n        <title>\n          <narrative>Number of {unit}</narrative>\n'
              + (f'          <narrative xml:lang="fr">{self.words(FR, 5)}</narrative>\n' if self.two else "") + "        </title>\n")
            if r() < .3:
                a(f'        <reference vocabulary="99" code="IND-{i(1, 999)}" indicator-uri="https://example.org/ind"/>\n')
            a(f'        <baseline iso-date="{start}" year="{start.year}" value="{base}">\n')
            if r() < .3:
                a(f"          <comment>\n            <narrative>{self.words(EN, i(4, 9))}</narrative>\n          </comment>\n")
            a("        </baseline>\n")
            for p in range(1 + self.skew(1.6, .6, 10)):
                y = start.year + p
                if fault == "empty-period" and j == 0 and p == 0:
                    a(f'        <period>\n          <period-start iso-date="{y}-12-31"/>\n          <period-end iso-date="{y}-01-01"/>\n        </period>\n')
                    continue
                a(f'        <period>\n          <period-start iso-date="{y}-01-01"/>\n          <period-end iso-date="{y}-12-31"/>\n')
                goal = base + 100 * (p + 1)
                if r() < .25:
                    for sex in ("female", "male"):
                        a(f'          <target value="{goal // 2}">\n            <dimension name="sex" value="{sex}"/>\n          </target>\n')
                else:
                    a(f'          <target value="{goal}"/>\n')
                if r() < .75:
                    v = goal * (.6 + .6 * r())
                    v = f"{v:.0f}" if r() < .8 else f"{v:.2f}"
                    if r() < .3:
                        a(f'          <actual value="{v}">\n            <comment>\n              <narrative>{self.words(EN, i(5, 14))}</narrative>\n            </comment>\n          </actual>\n')
                    else:
                        a(f'          <actual value="{v}"/>\n')
                a("        </period>\n")
            a("      </indicator>\n")
        a("    </result>\n")


def main(argv=None):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--activities", type=int, default=20000)
    ap.add_argument("--seed", type=int, default=7)
    ap.add_argument("--out", default="-", help="path, - for stdout; .gz compresses")
    ap.add_argument("--defects", type=float, default=0.0)
    arg = ap.parse_args(argv)
    g = Gen(arg.seed, arg.defects)
    if arg.out == "-":
        f = sys.stdout.buffer
    elif arg.out.endswith(".gz"):
        f = gzip.GzipFile(arg.out, "wb", mtime=0)
    else:
        f = open(arg.out, "wb", buffering=1 << 20)
    f.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03" generated-datetime="2024-06-30T00:00:00Z">\n')
    for k in range(arg.activities):
        f.write(g.activity(k).encode("utf-8"))
    f.write(b"</iati-activities>\n")
    if f is not sys.stdout.buffer:
        f.close()
    if arg.defects:
        print(g.faults, file=sys.stderr)


if __name__ == "__main__":
    main()
