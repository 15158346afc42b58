package backup

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"time"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

// A copy is an ordinary .gz file, so that any program can unpack it. What it
// holds stands in the header's field for extras, which others skip: two
// letters, a length, a sum and a note as JSON.

// note is what a copy says of itself.
type note struct {
	Of      string    `json:"of"`
	At      time.Time `json:"at"`
	Reason  string    `json:"reason"`
	Mark    string    `json:"mark"`
	Systems int       `json:"systems"`
	Changed time.Time `json:"changed"`
	Size    int64     `json:"size"`   // unpacked, in bytes
	Sum     string    `json:"sha256"` // of what is unpacked
}

const (
	noteID    = "IP"
	mostExtra = 1<<16 - 1

	// mostUnpacked is how large a portfolio may be: what claims to be larger
	// was made to fill the disk.
	mostUnpacked = 4 << 30
)

// The beginnings of files by which they are known.
const (
	databaseHead  = "SQLite format 3\x00"
	packedHead    = "\x1f\x8b"
	encryptedHead = "age-encryption.org/"
)

var (
	errDamaged = errors.New("backup: the sums don't agree")
	errForeign = errors.New("backup: neither a portfolio nor a copy of one")
)

// pack writes the file at raw as a copy. size and sum are those of raw.
func pack(ctx context.Context, w io.Writer, raw string, n note) error {
	extra, err := n.extra()
	if err != nil {
		return err
	}
	f, err := os.Open(raw)
	if err != nil {
		return err
	}
	defer f.Close()
	// At L the fastest level takes half as long as the usual, for 14 % more;
	// zstd would be a sixth smaller, but few computers can unpack it.
	z, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
	if err != nil {
		return err
	}
	z.Extra, z.ModTime = extra, n.At
	if _, err := io.Copy(z, steady{ctx, f}); err != nil {
		return err
	}
	return z.Close()
}

func (n note) extra() ([]byte, error) {
	data, err := json.Marshal(n)
	if err != nil {
		return nil, err
	}
	data = append(binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(data)), data...)
	if len(data) > mostExtra-4 {
		return nil, fmt.Errorf("backup: a note of %d bytes", len(data))
	}
	return append(binary.LittleEndian.AppendUint16([]byte(noteID), uint16(len(data))), data...), nil
}

// noteIn finds the note among the extras of a header. A file that others have
// packed has none; err is errDamaged for one that isn't as it was written.
func noteIn(extra []byte) (n note, ok bool, err error) {
	for len(extra) >= 4 {
		size := int(binary.LittleEndian.Uint16(extra[2:]))
		if len(extra) < 4+size {
			return note{}, false, errDamaged
		}
		if string(extra[:2]) != noteID {
			extra = extra[4+size:]
			continue
		}
		data := extra[4 : 4+size]
		if size < 4 || binary.LittleEndian.Uint32(data) != crc32.ChecksumIEEE(data[4:]) {
			return note{}, false, errDamaged
		}
		if err := json.Unmarshal(data[4:], &n); err != nil || n.Size < 0 {
			return note{}, false, errors.Join(errDamaged, err)
		}
		return n, true, nil
	}
	return note{}, false, nil
}

// sums gives the size and the SHA-256 of a file.
func sums(ctx context.Context, path string) (size int64, sum string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, "", err
	}
	defer f.Close()
	h := sha256.New()
	size, err = io.Copy(h, steady{ctx, f})
	return size, hex.EncodeToString(h.Sum(nil)), err
}

// unpack reads a copy to its end and writes the portfolio in it to w, which
// may be nil. It takes a portfolio as it is, a packed one and an encrypted one.
// The note is empty where there is none. The passphrase is for an encrypted
// one.
func unpack(ctx context.Context, r io.Reader, w io.Writer, passphrase string) (note, error) {
	in := bufio.NewReaderSize(steady{ctx, r}, 1<<16)
	if begins(in, encryptedHead) {
		plain, err := decrypt(in, passphrase)
		if err != nil {
			return note{}, err
		}
		in = bufio.NewReaderSize(plain, 1<<16)
	}
	if begins(in, databaseHead) {
		_, _, err := pour(w, in, mostUnpacked)
		return note{}, err
	}
	if !begins(in, packedHead) {
		return note{}, errForeign
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		return note{}, err
	}
	z.Multistream(false)
	n, ok, err := noteIn(z.Extra)
	if err != nil {
		return note{}, err
	}
	most := int64(mostUnpacked)
	if ok {
		most = min(most, n.Size)
	}
	content := bufio.NewReaderSize(z, 1<<16)
	if !begins(content, databaseHead) {
		if _, err := io.Copy(io.Discard, io.LimitReader(content, 1<<16)); err != nil {
			return note{}, err
		}
		return note{}, errForeign
	}
	size, sum, err := pour(w, content, most)
	switch {
	case err != nil:
		return note{}, err
	case ok && (size != n.Size || sum != n.Sum):
		return note{}, errDamaged
	}
	if _, err := in.ReadByte(); err != io.EOF { // something more, or an end that isn't the right one
		return note{}, errors.Join(errDamaged, err)
	}
	return n, nil
}

func begins(r *bufio.Reader, head string) bool {
	b, _ := r.Peek(len(head))
	return bytes.Equal(b, []byte(head))
}

// pour copies at most so many bytes and gives their number and sum.
func pour(w io.Writer, r io.Reader, most int64) (int64, string, error) {
	h := sha256.New()
	to := io.Writer(h)
	if w != nil {
		to = io.MultiWriter(h, w)
	}
	n, err := io.Copy(to, io.LimitReader(r, most+1))
	if err == nil && n > most {
		err = errDamaged
	}
	return n, hex.EncodeToString(h.Sum(nil)), err
}

// explain makes a fault of what was wrong with the copy at path.
func explain(err error, path string) error {
	name := filepath.Base(path)
	var known *fault.Error
	switch {
	case err == nil, errors.As(err, &known):
		return err
	case errors.Is(err, errForeign):
		return fault.Wrap(fault.Unreadable, "”"+name+"” är varken en portfölj eller en kopia av en. Inget har ändrats. Välj en annan fil.", err)
	case errors.Is(err, errPassphrase):
		return fault.Wrap(fault.Encrypted, "Lösenfrasen stämmer inte för ”"+name+"”. Inget har ändrats. Kontrollera stavningen, också stora och små bokstäver, och försök igen.", err)
	case errors.Is(err, errLocked):
		return fault.Wrap(fault.Encrypted, "”"+name+"” är krypterad. Inget har ändrats. Ange lösenfrasen.", err)
	case isSystem(err):
		return files.Explain(err, path)
	}
	return fault.Wrap(fault.Damaged, "Kopian ”"+name+"” är skadad och kan inte läsas i sin helhet. Inget har ändrats. Välj en annan kopia.", err)
}

// isSystem says whether the operating system, or the user, stopped it, rather
// than what stands in the file.
func isSystem(err error) bool {
	var path *os.PathError
	return errors.As(err, &path) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// steady stops reading when ctx ends.
type steady struct {
	ctx context.Context
	r   io.Reader
}

func (s steady) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(p)
}
