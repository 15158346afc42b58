package backup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

// write packs the file at raw into a folder under a name with day, time and
// reason, and reads it back before it gets that name.
func (s *Shelf) write(ctx context.Context, folder, raw string, c *Copy) error {
	n, err := c.note(ctx, raw)
	if err != nil {
		return err
	}
	temp, err := files.NewTemp(filepath.Join(folder, ext))
	if err != nil {
		return err
	}
	defer temp.Discard()
	if err := pack(ctx, temp, raw, n); err != nil {
		return err
	}
	if err := errors.Join(temp.Sync(), temp.Close()); err != nil {
		return err
	}
	if s.written != nil {
		s.written(temp.Name())
	}
	if err := s.Verify(ctx, temp.Name()); err != nil {
		return unsound(err)
	}
	if c.Path, err = nameIn(folder, temp.Name(), c.At.Local().Format(timeFmt)+"-"+c.Reason); err != nil {
		return err
	}
	info, err := os.Stat(c.Path)
	if err != nil {
		return err
	}
	c.Size = info.Size()
	return nil
}

// nameIn gives a temporary file the name, with a number when that is taken.
func nameIn(folder, temp, name string) (string, error) {
	for again := 1; ; again++ {
		path := filepath.Join(folder, name+ext)
		if again > 1 {
			path = filepath.Join(folder, fmt.Sprintf("%s-%d%s", name, again, ext))
		}
		if err := files.Publish(temp, path); err == nil || fault.CodeOf(err) != fault.Conflict || again > 1000 {
			return path, err
		}
	}
}

func (c Copy) note(ctx context.Context, raw string) (note, error) {
	size, sum, err := sums(ctx, raw)
	return note{Of: c.Of, At: c.At.UTC(), Reason: c.Reason, Mark: c.Mark, Systems: c.Systems, Changed: c.Changed, Size: size, Sum: sum}, err
}

// unsound tells that a copy didn't read back as it was written.
func unsound(err error) error {
	if fault.CodeOf(err) != fault.Damaged {
		return err
	}
	return fault.Wrap(fault.Damaged, "Säkerhetskopian gick inte att läsa tillbaka som den skrevs, och är borttagen. Portföljen är orörd. Disken kan vara på väg att gå sönder: välj en annan plats för kopiorna i Inställningar → Program.", err)
}

// Encrypt writes an encrypted copy of src to a file of the user's choice,
// which may be there already. It is read back first.
func (s *Shelf) Encrypt(ctx context.Context, src Source, path, passphrase string) error {
	raw, done, err := s.raw()
	if err != nil {
		return files.Explain(err, path)
	}
	defer done()
	if err := src.Write(ctx, raw); err != nil {
		return err
	}
	c := Copy{Of: src.Path, At: s.Clock()}
	if c.Held, err = s.Look(ctx, raw); err != nil {
		return err
	}
	n, err := c.note(ctx, raw)
	if err != nil {
		return files.Explain(err, path)
	}
	locked, err := os.OpenFile(filepath.Join(filepath.Dir(raw), "krypterad"), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return files.Explain(err, path)
	}
	defer locked.Close()
	if err := lock(ctx, locked, raw, n, passphrase); err != nil {
		return files.Explain(err, path)
	}
	if _, err := locked.Seek(0, io.SeekStart); err != nil {
		return files.Explain(err, path)
	}
	if _, err := unpack(ctx, locked, nil, passphrase); err != nil {
		return unsound(explain(err, path))
	}
	if _, err := locked.Seek(0, io.SeekStart); err != nil {
		return files.Explain(err, path)
	}
	return files.WriteAtomic(path, func(w io.Writer) error {
		_, err := io.Copy(w, steady{ctx, locked})
		return err
	})
}

// lock packs and encrypts the file at raw.
func lock(ctx context.Context, w io.Writer, raw string, n note, passphrase string) error {
	e, err := encrypt(w, passphrase)
	if err != nil {
		return err
	}
	if err := pack(ctx, e, raw, n); err != nil {
		return err
	}
	return e.Close()
}
