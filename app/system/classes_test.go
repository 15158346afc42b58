package system_test

import (
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// class is the joint of K, R and T.
func class(t *testing.T) *field.Joint {
	for _, j := range system.Kind.Joints() {
		if j.Parts[0] == system.Confidentiality.Field {
			return j
		}
	}
	t.Fatal("there is none")
	return nil
}

func TestClassesArePartedAsPeopleWriteThem(t *testing.T) {
	p := apptest.Empty(t)
	j := class(t)
	for _, c := range []struct {
		in, want string // "K R T S", "-" for what isn't said; "" when it can't be parted
		says     string
	}{
		{"K2 R3 T1", "2 3 1 -", ""}, {"k2r3t1", "2 3 1 -", ""}, {"K2, R3, T1", "2 3 1 -", ""}, {"K2/R3/T1", "2 3 1 -", ""}, {"K2-R3-T1", "2 3 1 -", ""}, {"K=2 R=3 T=1", "2 3 1 -", ""},
		{"K:0 R:2 T:3", "0 2 3 -", ""}, {"K: 0, R: 2, T: 3", "0 2 3 -", ""}, {"K 2 R 3 T 1", "2 3 1 -", ""}, {"T1 K2 R3", "2 3 1 -", ""}, {"K2 R3 T1 S0", "2 3 1 0", ""}, {"K2 R3", "2 3 - -", ""},
		{"2-3-1", "2 3 1 -", ""}, {"2 – 3 – 1", "2 3 1 -", ""}, {"2/3/1", "2 3 1 -", ""}, {"2,3,1", "2 3 1 -", ""}, {"2 3 1", "2 3 1 -", ""}, {"2.3.1", "2 3 1 -", ""}, {"2|3|1", "2 3 1 -", ""},
		{"231", "2 3 1 -", ""}, {"2310", "2 3 1 0", ""}, {"2-3-1-0", "2 3 1 0", ""}, {"KRT 2-3-1", "2 3 1 -", ""}, {"KRT: 231", "2 3 1 -", ""}, {"K/R/T: 2/3/1", "2 3 1 -", ""}, {"RKT 3 2 1", "2 3 1 -", ""},
		{"Konfidentialitet 2, Riktighet 3, Tillgänglighet 1", "2 3 1 -", ""}, {"Konf. 2 Rikt. 3 Tillg. 1", "2 3 1 -", ""}, {"C2 I3 A1", "2 3 1 -", ""},
		{"K2 R3 T1 (2024)", "2 3 1 -", "2024"}, {"vet ej", "", "tomt"}, {"Ej klassad", "", "tomt"}, {"oklassat", "", "tomt"},
		{"2", "", ""}, {"23", "", ""}, {"K2 K3 T1", "", ""}, {"2-3", "", ""}, {"2-3-9", "", ""}, {"K2 R3 X1", "", ""}, {"intern", "", ""}, {"2002-03-01", "", ""}, {"12-3-1", "", ""}, {"K2 R3 T1 men ses över", "", ""},
	} {
		values, remark, err := j.Parse(p, c.in)
		var got []string
		for _, v := range values {
			if v == nil {
				got = append(got, "-")
			} else {
				got = append(got, fmt.Sprint(v))
			}
		}
		if strings.Join(got, " ") != c.want && c.says != "tomt" || (err != nil) != (c.want == "" && c.says == "") || (remark == "") != (c.says == "") || !strings.Contains(remark, c.says) {
			t.Errorf("%q is %v (%q), %v; want %s", c.in, got, remark, err, c.want)
		}
	}
}

func FuzzClasses(f *testing.F) {
	for _, s := range []string{"K2 R3 T1", "2-3-1", "231", "K:0 R:2 T:3", "KRT: 2/3/1 (2024)", "C2I3A1"} {
		f.Add(s)
	}
	p := apptest.Empty(f)
	f.Fuzz(func(t *testing.T, s string) {
		values, _, err := class(t).Parse(p, s)
		for i, v := range values {
			if n, ok := v.(int64); err != nil || v != nil && (!ok || n < 0 || n > 4) {
				t.Fatalf("%q part %d is %v, %v", s, i, v, err)
			}
		}
	})
}
