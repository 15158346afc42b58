package read_test

import (
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// shown is a cell that the spreadsheet shows as the day that its number counts to.
func shown(serial float64) sheet.Cell {
	d, _ := date.FromSerial(serial, false)
	c := sheet.Day(d)
	c.Num = serial
	return c
}

func number(s string) sheet.Cell {
	var n float64
	_, _ = fmt.Sscan(s, &n)
	return sheet.Dec(s, n)
}

func TestNumbersInColumnsOfDays(t *testing.T) {
	p := apptest.Empty(t)
	last, first := system.AgreementEnd, system.AgreementStart
	for _, c := range []struct {
		name string
		f    *field.Field
		c    sheet.Cell
		want date.Date // 0: refused
		says string    // part of the remark
	}{
		{"YYMMDD", last, number("260301"), 20260301, "260301"},
		{"YYMMDD of last century", first, number("991231"), 19991231, "991231"},
		{"YYYYMM, the last day", last, number("202603"), 20260331, "2026-03-31"},
		{"YYYYMM, the first day", first, number("202603"), 20260301, "2026-03-01"},
		{"YYYYMMDD", last, number("20260301"), 20260301, ""},
		{"a year", last, number("2027"), 20271231, ""},
		{"a year, the first day", first, number("2027"), 20270101, ""},
		{"a year shown as a day", last, shown(2027), 20271231, "1905-07-19"},
		{"a year shown as a day, the first day", first, shown(2027), 20270101, "2027-01-01"},
		{"YYMMDD shown as a day", last, shown(260301), 20260301, "som visas som 2612"},
		{"YYYYMM shown as a day", last, shown(202603), 20260331, "som visas som 2454"},
		{"a day that lost its format", last, number("46112"), 20260331, ""},
		{"a day", last, shown(46112), 20260331, ""},
		{"a day and a time", last, shown(46112.75), 20260331, ""},
		{"an old day", last, shown(31898), 19870501, ""},
		{"a late day", last, shown(73050), 20991231, ""},
		{"the last day", last, shown(2958465), 99991231, ""},
		{"a day before there were computers", last, shown(45), 19000214, "dagen 1900-02-14"},
		{"what may be a month or a day", last, number("201112"), 0, ""},
		{"what may be a month or a day, shown as a day", last, shown(201112), 0, ""},
		{"a small number", last, number("45"), 0, ""},
		{"no day", last, number("20261301"), 0, ""},
	} {
		v, remark, err := read.Value(p, c.f, c.c, money.Kr)
		got, _ := v.(date.Date)
		if got != c.want || (err != nil) != (c.want == 0) || (remark == "") != (c.says == "") || !strings.Contains(remark, c.says) {
			t.Errorf("%s: %v (%q), %v; want %v (%q)", c.name, got, remark, err, c.want, c.says)
		}
	}
}

func TestYearsShownAsDays(t *testing.T) {
	p := apptest.Empty(t)
	for _, c := range []struct {
		f    *field.Field
		c    sheet.Cell
		want field.Value
		says string
	}{
		{system.RetireYear.Field, shown(2031), int64(2031), "2031"},
		{system.RetireYear.Field, number("2031"), int64(2031), ""},
		{system.RetireYear.Field, shown(46112), int64(2026), "2026"},
		{system.InUseFrom.Field, shown(2018), "2018", "2018"},
		{system.InUseFrom.Field, shown(46112), "2026-03-31", ""},
		{system.Description.Field, shown(2018), "2018", "2018"},
	} {
		v, remark, err := read.Value(p, c.f, c.c, money.Kr)
		if err != nil || v != c.want || (remark == "") != (c.says == "") || !strings.Contains(remark, c.says) {
			t.Errorf("%s %s: %v (%q), %v", c.f.Key, c.c.Text, v, remark, err)
		}
	}
}

func TestNumbersAreReadAsTheyAreKept(t *testing.T) {
	p := apptest.Empty(t)
	in := func(s string, u sheet.Unit) sheet.Cell {
		c := number(s)
		c.Unit = u
		return c
	}
	for _, c := range []struct {
		f    *field.Field
		c    sheet.Cell
		unit money.Unit
		want field.Value // nil: refused
		says string
	}{
		{plan.BenefitPerYear.Field, number("12746.2125"), money.Kr, money.Ore(1_274_621), ""},
		{plan.BenefitPerYear.Field, number("3333.333333333333"), money.Kr, money.Ore(333_333), ""},
		{plan.BenefitPerYear.Field, number("1.234"), money.Kr, money.Ore(123), ""},
		{plan.BenefitPerYear.Field, number("0.125"), money.Kr, money.Ore(13), ""},
		{plan.BenefitPerYear.Field, number("-0.125"), money.Kr, money.Ore(-13), ""},
		{plan.BenefitPerYear.Field, number("0.125"), money.Tkr, money.Ore(12_500), ""},
		{plan.BenefitPerYear.Field, in("450", sheet.Tkr), money.Kr, money.FromKronor(450_000), ""},
		{plan.BenefitPerYear.Field, in("1.2", sheet.Mnkr), money.Kr, money.FromKronor(1_200_000), ""},
		{plan.BenefitPerYear.Field, in("5200", sheet.Kr), money.Kr, money.FromKronor(5200), ""},
		{plan.BenefitPerYear.Field, in("5200", sheet.Kr), money.Tkr, money.FromKronor(5200), ""},
		{plan.BenefitPerYear.Field, in("5200", sheet.Whole), money.Tkr, money.FromKronor(5200), ""},
		{plan.BenefitPerYear.Field, in("5.2", sheet.Mnkr), money.Tkr, money.FromKronor(5_200_000), "tkr"},
		{plan.BenefitPerYear.Field, in("52", sheet.Tkr), money.Tkr, money.FromKronor(52_000), ""},
		{plan.BenefitPerYear.Field, sheet.Str("12746,2125"), money.Kr, money.Ore(1_274_621), "avrundat"},
		{system.Users.Field, number("40"), money.Kr, int64(40), ""},
		{system.Users.Field, number("1.234"), money.Kr, nil, ""},
		{system.Users.Field, number("40.5"), money.Kr, nil, ""},
		{system.Users.Field, number("1.5E+03"), money.Kr, int64(1500), ""},
		{agreement.NoticeMonths.Field, number("3"), money.Kr, int64(3), ""},
		{agreement.NoticeMonths.Field, number("3.5"), money.Kr, nil, ""},
	} {
		v, remark, err := read.Value(p, c.f, c.c, c.unit)
		if v != c.want || (err != nil) != (c.want == nil) || (remark == "") != (c.says == "") || !strings.Contains(remark, c.says) {
			t.Errorf("%s %s: %v (%q), %v; want %v", c.f.Key, c.c.Text, v, remark, err, c.want)
		}
	}
}
