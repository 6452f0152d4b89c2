/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dateityp.internal;

import de.kommunalsdk.dateityp.DateiFehler;
import de.kommunalsdk.dateityp.Dateityp;
import de.kommunalsdk.error.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a ZIP from its first byte to its last, once, and takes only one that has no two meanings: entries one behind the
 * other, then a directory that names each of them exactly once and as it is, then the end. So entries cannot overlap or
 * hide. Archives within are read the same way; what all of them unpack to has common limits. Not thread-safe.
 */
public final class Archivpruefer {

    private static final int MAX_EINTRAEGE = 10_000;
    private static final int MAX_TIEFE = 3;
    private static final long MAX_ENTPACKT = 256L << 20;
    private static final long VERDAECHTIG = 10 << 20; // from here on the ratio counts
    private static final int MAX_VERHAELTNIS = 200;
    private static final int MAX_NAME = 1000;

    // APPNOTE 6.3.10: local header, directory header, end of directory, ZIP64 end and its locator, data descriptor
    private static final long EINTRAG = 0x04034b50;
    private static final long VERZEICHNIS = 0x02014b50;
    private static final long ENDE = 0x06054b50;
    private static final long ENDE64 = 0x06064b50;
    private static final long ORT64 = 0x07064b50;
    private static final long NACHTRAG = 0x08074b50;
    private static final long IN64 = 0xffffffffL;
    private static final int UNIX = 3;

    private int eintraege;
    private long entpackt;

    /** An entry as its own header and its bytes say. */
    private record Eintrag(String name, long verfahren, long pruefsumme, long gepackt, long groesse) {}

    /** The limits of all archives within one file. */
    void zaehle(long bytes, long gepackt, long ausDiesem) {
        entpackt += bytes;
        if (entpackt > MAX_ENTPACKT || (ausDiesem > VERDAECHTIG && ausDiesem > MAX_VERHAELTNIS * gepackt)) {
            throw new InvalidInput(DateiFehler.ARCHIV, "");
        }
    }

    /** Reads; gives the document type that its content stands for, empty for any other archive. */
    public Optional<Dateityp> pruefe(Quelle q) throws IOException {
        return pruefe(q, 1);
    }

    private Optional<Dateityp> pruefe(Quelle q, int tiefe) throws IOException {
        if (tiefe > MAX_TIEFE) {
            throw new InvalidInput(DateiFehler.ARCHIV, "");
        }
        Map<Long, Eintrag> offene = new HashMap<>();
        Set<String> namen = new HashSet<>();
        Dokumentart art = new Dokumentart();
        long stelle = q.stelle();
        while (q.voraus() == EINTRAG) {
            if (++eintraege > MAX_EINTRAEGE) {
                throw new InvalidInput(DateiFehler.ARCHIV, "");
            }
            Eintrag eintrag = eintrag(q, tiefe, art);
            if (!namen.add(eintrag.name())) {
                throw Quelle.kaputt();
            }
            offene.put(stelle, eintrag);
            stelle = q.stelle();
        }
        int anzahl = offene.size();
        while (q.voraus() == VERZEICHNIS) {
            verzeichne(q, offene);
        }
        verlange(anzahl > 0 && offene.isEmpty());
        ende(q, anzahl, stelle, q.stelle() - stelle);
        return art.typ();
    }

    private Eintrag eintrag(Quelle q, int tiefe, Dokumentart art) throws IOException {
        q.zahl(4);
        q.zahl(2);
        long merker = q.zahl(2);
        long verfahren = q.zahl(2);
        q.zahl(4);
        long pruefsumme = q.zahl(4);
        long gepackt = q.zahl(4);
        long groesse = q.zahl(4);
        int namenslaenge = (int) q.zahl(2);
        int weiteres = (int) q.zahl(2);
        if ((merker & 0x2041) != 0) { // encrypted, strongly encrypted, masked header
            throw new InvalidInput(DateiFehler.VERSCHLUESSELT, "");
        }
        boolean nachtrag = (merker & 8) != 0;
        verlange(namenslaenge > 0 && namenslaenge <= MAX_NAME && (verfahren == 8 || verfahren == 0));
        String name = name(q.bytes(namenslaenge));
        q.bytes(weiteres);
        // stored bytes whose number stands behind them cannot be told from what follows
        verlange(verfahren == 8 || (groesse == gepackt && groesse != IN64 && (!nachtrag || groesse == 0)));
        Eintragsstrom strom = new Eintragsstrom(q, verfahren == 8 ? -1 : groesse, this);
        inhalt(strom, name, tiefe, art);
        Eintrag gelesen = new Eintrag(name, verfahren, strom.pruefsumme(), strom.gepackt(), strom.groesse());
        if (nachtrag) {
            nachtrag(q, gelesen);
        } else {
            verlange(pruefsumme == gelesen.pruefsumme()
                    && (gepackt == gelesen.gepackt() || gepackt == IN64)
                    && (groesse == gelesen.groesse() || groesse == IN64));
        }
        return gelesen;
    }

    private void inhalt(Eintragsstrom strom, String name, int tiefe, Dokumentart art) throws IOException {
        try (strom) {
            byte[] anfang = strom.readNBytes(4);
            boolean archiv = Arrays.equals(anfang, new byte[] {'P', 'K', 3, 4});
            if (archiv) {
                pruefe(new Quelle(new SequenceInputStream(new ByteArrayInputStream(anfang), strom)), tiefe + 1);
            } else {
                art.nimm(name, anfang, strom);
            }
            strom.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void nachtrag(Quelle q, Eintrag e) throws IOException {
        if (q.voraus() == NACHTRAG) {
            q.zahl(4);
        }
        verlange(q.zahl(4) == e.pruefsumme() && q.zahl(4) == e.gepackt());
        long naechste = q.zahl(4);
        if (naechste == e.groesse() && List.of(EINTRAG, VERZEICHNIS).contains(q.voraus())) {
            return;
        }
        verlange(naechste == 0 && q.zahl(4) == e.groesse() && q.zahl(4) == 0); // in 64 bits
    }

    private static void verzeichne(Quelle q, Map<Long, Eintrag> offene) throws IOException {
        q.zahl(4);
        long system = q.zahl(2) >> 8;
        q.zahl(2);
        long merker = q.zahl(2);
        long verfahren = q.zahl(2);
        q.zahl(4);
        long pruefsumme = q.zahl(4);
        long gepackt = q.zahl(4);
        long groesse = q.zahl(4);
        int namenslaenge = (int) q.zahl(2);
        int weiteres = (int) q.zahl(2) + (int) q.zahl(2);
        q.zahl(4);
        long rechte = q.zahl(4);
        long stelle = q.zahl(4);
        verlange(namenslaenge <= MAX_NAME && (merker & 1) == 0);
        String name = name(q.bytes(namenslaenge));
        q.bytes(weiteres);
        Eintrag e = offene.remove(stelle);
        verlange(e != null
                && e.name().equals(name)
                && e.verfahren() == verfahren
                && e.pruefsumme() == pruefsumme
                && (e.gepackt() == gepackt || gepackt == IN64)
                && (e.groesse() == groesse || groesse == IN64));
        if (system == UNIX && (rechte >> 16 & 0170000) == 0120000) { // a symbolic link
            throw new InvalidInput(DateiFehler.ARCHIV_PFAD, "");
        }
    }

    private static void ende(Quelle q, int anzahl, long stelle, long laenge) throws IOException {
        if (q.voraus() == ENDE64) {
            q.zahl(4);
            long rest = q.zahl(8);
            verlange(rest >= 44 && rest <= 1024);
            q.bytes((int) rest);
            verlange(q.zahl(4) == ORT64);
            q.bytes(16);
        }
        verlange(q.zahl(4) == ENDE && q.zahl(4) == 0);
        long hier = q.zahl(2);
        long alle = q.zahl(2);
        long umfang = q.zahl(4);
        long ab = q.zahl(4);
        byte[] bemerkung = q.bytes((int) q.zahl(2));
        verlange(hier == alle
                && (alle == anzahl || alle == 0xffff)
                && (umfang == laenge || umfang == IN64)
                && (ab == stelle || ab == IN64)
                && !new String(bemerkung, StandardCharsets.ISO_8859_1).contains("PK"));
        if (q.hat(1)) { // something was appended
            throw new InvalidInput(DateiFehler.GEMISCHT, "");
        }
    }

    private static String name(byte[] bytes) {
        String name = new String(bytes, StandardCharsets.UTF_8);
        boolean heraus = name.matches("(?s)([/\\\\].*|[A-Za-z]:.*)")
                || List.of(name.split("[/\\\\]", -1)).contains("..")
                || name.chars().anyMatch(z -> z < ' ');
        if (heraus) {
            throw new InvalidInput(DateiFehler.ARCHIV_PFAD, "");
        }
        return name;
    }

    private static void verlange(boolean erfuellt) {
        if (!erfuellt) {
            throw Quelle.kaputt();
        }
    }
}
