package fault_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"itportfoljen/app/base/fault"
)

func TestCodes(t *testing.T) {
	full := fault.Wrap(fault.DiskFull, "Disken är full.", io.ErrShortWrite)
	for _, c := range []struct {
		err  error
		want fault.Code
	}{
		{nil, ""}, {fault.New(fault.Invalid, "Fel."), fault.Invalid}, {full, fault.DiskFull}, {fmt.Errorf("vid skrivning: %w", full), fault.DiskFull},
		{errors.Join(io.EOF, full), fault.DiskFull}, {io.EOF, fault.Internal},
	} {
		if got := fault.CodeOf(c.err); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
	if full.Error() != "Disken är full." || !errors.Is(full, io.ErrShortWrite) {
		t.Errorf("%q wraps %v", full, full.Unwrap())
	}
}
