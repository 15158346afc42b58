package main

import (
	"context"
	"io"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/suggest"
	"itportfoljen/app/system"
)

func TestSuggestionsThatAreStoppedSaySo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := (&suggestOptions{}).answers(ctx, &env{out: io.Discard}, apptest.Open(t), suggest.Of(system.SystemOwner.Field))
	if fault.CodeOf(err) != fault.Canceled {
		t.Errorf("%v", err)
	}
}
