package backup

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

// Restore unpacks a copy, looks it through and puts it at path. A portfolio
// that is there is kept beside it under another name, with what belongs to it;
// kept tells which, "" for none. One that anyone has open stays: that is a
// fault.Locked. The copy may be a portfolio as it is, one of ours or an
// encrypted one; the passphrase is for the last.
func (s *Shelf) Restore(ctx context.Context, copy, passphrase, path string, by files.Holder) (kept string, err error) {
	temp, err := files.NewTemp(path)
	if err != nil {
		return "", files.ExplainFolder(err, path)
	}
	defer temp.Discard()
	if err := unpackTo(ctx, temp, copy, passphrase); err != nil {
		return "", err
	}
	if info, err := os.Stat(path); err == nil {
		_ = temp.Chmod(info.Mode().Perm()) // those who could read it still can
	}
	if err := errors.Join(temp.Sync(), temp.Close()); err != nil {
		return "", files.Explain(err, path)
	}
	if _, err := s.Look(ctx, temp.Name()); err != nil {
		return "", calling(err, temp.Name(), copy)
	}
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return "", files.Publish(temp.Name(), path)
	}
	kept = files.Beside(path, "före-återställning", s.Clock())
	if err := files.ReplacePortfolio(temp.Name(), path, kept, by); err != nil {
		return "", err
	}
	return kept, nil
}

// unpackTo unpacks a copy to a temporary file.
func unpackTo(ctx context.Context, temp *files.Temp, copy, passphrase string) error {
	if info, err := os.Stat(copy); err == nil && !info.Mode().IsRegular() {
		return explain(errForeign, copy) // unopened: a pipe would never answer
	}
	f, err := os.Open(copy)
	if err != nil {
		return files.Explain(err, copy)
	}
	defer f.Close()
	_, err = unpack(ctx, f, temp, passphrase)
	return explain(err, copy)
}

// calling lets a fault about the unpacked file name the copy.
func calling(err error, temp, copy string) error {
	var f *fault.Error
	if !errors.As(err, &f) {
		return err
	}
	return fault.Wrap(f.Code, strings.ReplaceAll(f.Text, filepath.Base(temp), filepath.Base(copy)), err)
}
