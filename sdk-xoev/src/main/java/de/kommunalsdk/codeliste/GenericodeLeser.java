/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import de.kommunalsdk.codeliste.internal.GenericodeLauf;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * Reads code lists in genericode 1.0 with the annotations of the XÖV dialects 1 to 4, and the qualified form that the
 * FIM tools write. Thread-safe.
 *
 * <p>The codes are the values of the column that a {@code Key} names: the key annotated {@code recommendedKeyColumn}
 * (dialect 4), {@code empfohleneCodeSpalte} (3) or {@code xoev-code} (1.0), else the first key of exactly one column.
 * The name of a column never decides. The labels are the key annotated {@code xoev-codename} or named
 * {@code codenameKey}, else the first other column in German, else the first other column that must have a value, else
 * the first other column.
 *
 * @see <a href="http://docs.oasis-open.org/codelist/cs-genericode-1.0/">OASIS Code List Representation (genericode)
 *     1.0</a>
 */
public final class GenericodeLeser {

    /** After so many problems the rest is only counted as one. */
    public static final int MAX_PROBLEME = 100;

    /** Rows of one list. */
    public static final int MAX_ZEILEN = 250_000;

    /** Columns of one list. */
    public static final int MAX_SPALTEN = 64;

    /** 64 MB, 32 levels, 5,000,000 elements, 100,000 characters: 100,000 rows with 16 columns of 20 characters fit. */
    public static final XmlGrenzen GRENZEN = new XmlGrenzen(64L * 1024 * 1024, 32, 5_000_000, 100_000);

    private GenericodeLeser() {}

    /**
     * Reads a file within {@link #GRENZEN}. Blocks as the stream does; the stream stays the caller's to close. What is
     * wrong with the file is in the result, with line and column; nothing is thrown for it.
     *
     * @param datei name of the file for the problems
     */
    public static GenericodeErgebnis lies(String datei, InputStream quelle) {
        return lies(datei, quelle, GRENZEN);
    }

    /** Like {@link #lies(String, InputStream)} with other limits. */
    public static GenericodeErgebnis lies(String datei, InputStream quelle, XmlGrenzen grenzen) {
        return GenericodeLauf.lies(datei, quelle, grenzen);
    }

    /** Like {@link #lies(String, InputStream)} from memory. */
    public static GenericodeErgebnis lies(String datei, byte[] inhalt) {
        return lies(datei, new ByteArrayInputStream(inhalt));
    }
}
