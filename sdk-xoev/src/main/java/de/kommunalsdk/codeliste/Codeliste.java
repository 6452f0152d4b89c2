/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import de.kommunalsdk.error.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One version of a code list. Immutable and thread-safe; an entry is found by its code in constant time. */
public final class Codeliste {

    private final Listenkennung kennung;
    private final String kurzname;
    private final String langname;
    private final boolean synthetisch;
    private final List<Spalte> spalten;
    private final Map<String, Integer> plaetze;
    private final int schluessel;
    private final int name;
    private final List<Eintrag> eintraege;
    private final Map<String, Eintrag> nachCode;

    /**
     * A column.
     *
     * @param name long name, or the short one; may be empty
     * @param sprache language of the values, for example {@code de-DE}; empty when not said
     * @param pflicht whether every row must have a value
     * @param eindeutig whether the list declares a key of this column alone
     */
    public record Spalte(String id, String name, String sprache, boolean pflicht, boolean eindeutig) {}

    /** One row. Immutable. */
    public static final class Eintrag {

        private final Codeliste liste;
        private final @Nullable String[] werte;

        private Eintrag(Codeliste liste, @Nullable String[] werte) {
            this.liste = liste;
            this.werte = werte;
        }

        /** Value of the key column, never empty. */
        public String code() {
            String code = werte[liste.schluessel];
            return code == null ? "" : code; // a row without a code never becomes an entry
        }

        /** Value of the label column; the code when there is none. */
        public String name() {
            String name = wert(liste.name);
            return name.isEmpty() ? code() : name;
        }

        /** Value of a column; empty when it has none or the list no such column. */
        public String wert(String spalte) {
            return wert(liste.plaetze.getOrDefault(spalte, -1));
        }

        private String wert(int platz) {
            String wert = platz < 0 ? null : werte[platz];
            return wert == null ? "" : wert;
        }

        /** The code. */
        @Override
        public String toString() {
            return code();
        }
    }

    /**
     * From its parts.
     *
     * @param zeilen one array per row with a place per column, null where the row has no value; copied
     * @param schluesselspalte id of the column whose values are the codes
     * @param namensspalte id of the column whose values are the labels
     * @throws InvalidInput OZG-CODELISTE-0008 for an unknown column, 0005 or 0006 for rows without a code of their own
     */
    public Codeliste(
            Listenkennung kennung,
            String kurzname,
            String langname,
            List<Spalte> spalten,
            List<@Nullable String[]> zeilen,
            String schluesselspalte,
            String namensspalte) {
        this(
                kennung,
                kurzname,
                langname,
                false,
                spalten,
                zeilen.stream().map(z -> Arrays.copyOf(z, spalten.size())).toList(),
                schluesselspalte,
                namensspalte);
    }

    private Codeliste(
            Listenkennung kennung,
            String kurzname,
            String langname,
            boolean synthetisch,
            List<Spalte> spalten,
            List<@Nullable String[]> zeilen,
            String schluesselspalte,
            String namensspalte) {
        this.kennung = kennung;
        this.kurzname = kurzname;
        this.langname = langname;
        this.synthetisch = synthetisch;
        this.spalten = List.copyOf(spalten);
        this.plaetze = new HashMap<>();
        for (Spalte spalte : spalten) {
            plaetze.put(spalte.id(), plaetze.size());
        }
        this.schluessel = platz(schluesselspalte);
        this.name = platz(namensspalte);
        List<Eintrag> alle = new ArrayList<>(zeilen.size());
        this.nachCode = new HashMap<>(zeilen.size() * 4 / 3 + 1);
        for (@Nullable String[] zeile : zeilen) {
            Eintrag eintrag = new Eintrag(this, zeile);
            if (eintrag.code().isEmpty()) {
                throw new InvalidInput(CodelisteFehler.SCHLUESSELWERT_FEHLT, kennung + " Zeile " + (alle.size() + 1));
            }
            if (nachCode.put(eintrag.code(), eintrag) != null) {
                throw new InvalidInput(CodelisteFehler.SCHLUESSEL_DOPPELT, kennung + " Zeile " + (alle.size() + 1));
            }
            alle.add(eintrag);
        }
        this.eintraege = Collections.unmodifiableList(alle);
    }

    private int platz(String spalte) {
        Integer platz = plaetze.get(spalte);
        if (platz == null) {
            throw new InvalidInput(
                    CodelisteFehler.UNBEKANNTE_SPALTE,
                    kennung + " " + spalte.substring(0, Math.min(60, spalte.length())));
        }
        return platz;
    }

    /** A list of codes and names only. */
    public static Codeliste aus(Listenkennung kennung, String name, Map<String, String> namenNachCode) {
        return zweispaltig(kennung, name, false, namenNachCode);
    }

    /** A generated list under an official URN, for test mode only. Its codes are invented and say SYNTHETISCH, and
     * so does every output that holds one. */
    public static Codeliste synthetisch(Listenkennung kennung) {
        Map<String, String> werte = new LinkedHashMap<>();
        for (int i = 1; i <= 3; i++) {
            werte.put("SYNTHETISCH-" + i, "SYNTHETISCH: Wert " + i + " aus " + kennung.urn());
        }
        return zweispaltig(kennung, "SYNTHETISCH", true, werte);
    }

    private static Codeliste zweispaltig(
            Listenkennung kennung, String name, boolean synthetisch, Map<String, String> werte) {
        List<Spalte> spalten =
                List.of(new Spalte("code", "Code", "", true, true), new Spalte("name", "Name", "", true, false));
        List<@Nullable String[]> zeilen = new ArrayList<>();
        werte.forEach((code, text) -> zeilen.add(new String[] {code, text}));
        return new Codeliste(kennung, name, name, synthetisch, spalten, zeilen, "code", "name");
    }

    /**
     * The same rows with other columns for code and label, as a reference may ask for.
     *
     * @param schluesselspalte id; empty keeps this list's own
     * @param namensspalte id; empty keeps this list's own
     * @throws InvalidInput OZG-CODELISTE-0008 for a column that the list does not have, 0005 or 0006 when the values of
     *     the key column are no keys
     */
    public Codeliste mitSpalten(String schluesselspalte, String namensspalte) {
        String code = schluesselspalte.isEmpty() ? schluesselspalte() : schluesselspalte;
        String text = namensspalte.isEmpty() ? namensspalte() : namensspalte;
        if (code.equals(schluesselspalte()) && text.equals(namensspalte())) {
            return this;
        }
        List<@Nullable String[]> zeilen = eintraege.stream().map(e -> e.werte).toList();
        return new Codeliste(kennung, kurzname, langname, synthetisch, spalten, zeilen, code, text);
    }

    /** URN and version. */
    public Listenkennung kennung() {
        return kennung;
    }

    /** CanonicalUri. */
    public String urn() {
        return kennung.urn();
    }

    /** Version as the publisher writes it. */
    public String version() {
        return kennung.version();
    }

    /** {@code <CanonicalUri>_<Version>}. */
    public String versionUrn() {
        return kennung.versionUrn();
    }

    /** Short name, empty when the file has none. */
    public String kurzname() {
        return kurzname;
    }

    /** Long name, else the short one. */
    public String langname() {
        return langname.isEmpty() ? kurzname : langname;
    }

    /** Whether the list was generated for test mode: everything made with it must say so. */
    public boolean istSynthetisch() {
        return synthetisch;
    }

    public List<Spalte> spalten() {
        return spalten;
    }

    /** Id of the column whose values are the codes. */
    public String schluesselspalte() {
        return spalten.get(schluessel).id();
    }

    /** Id of the column whose values are the labels; the key column when there is no other. */
    public String namensspalte() {
        return spalten.get(name).id();
    }

    /** All entries in the order of the file. */
    public List<Eintrag> eintraege() {
        return eintraege;
    }

    /** Number of entries. */
    public int groesse() {
        return eintraege.size();
    }

    /** Whether the list has this code, compared character by character. */
    public boolean enthaelt(String code) {
        return nachCode.containsKey(code);
    }

    /** The entry with this code. */
    public Optional<Eintrag> eintrag(String code) {
        return Optional.ofNullable(nachCode.get(code));
    }

    /** The version URN. */
    @Override
    public String toString() {
        return versionUrn();
    }
}
