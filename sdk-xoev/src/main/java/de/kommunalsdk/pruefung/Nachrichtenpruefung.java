/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.Codepruefer;
import de.kommunalsdk.codeliste.Versionspolitik;
import de.kommunalsdk.pruefung.internal.Pruefungslauf;
import de.kommunalsdk.pruefung.internal.Zeichenart;
import de.kommunalsdk.pruefung.regelwerk.Regelwerke;
import de.kommunalsdk.zeichen.Ausgabe;
import de.kommunalsdk.zeichen.Zeichensatz;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks messages of XOEV standards: limits, XML Schema, code lists, DIN 91379, empty elements, rules of the standard.
 * One pass over the stream; nothing is fetched. Thread-safe; build one and keep it, for it keeps the compiled schemas.
 */
public final class Nachrichtenpruefung {

    private final Pruefungslauf.Ausstattung ausstattung;

    private Nachrichtenpruefung(Builder builder) {
        Map<String, Regelwerk> regelwerke = new HashMap<>();
        builder.regelwerke.forEach(r -> regelwerke.put(r.namensraum(), r));
        this.ausstattung = new Pruefungslauf.Ausstattung(
                builder.schemata.verzeichnis(),
                new Codepruefer(builder.listen, builder.politik),
                new Zeichenart(builder.zeichensatz, builder.ausgabe),
                Map.copyOf(regelwerke),
                builder.grenzen);
    }

    /** Begins with the schemas. */
    public static Builder fuer(Schemasatz schemata) {
        return new Builder(schemata);
    }

    /**
     * Checks one message. Blocks as the stream does; the stream stays the caller's to close. Whatever is wrong with the
     * message, or with the schema it needs, is in the result.
     *
     * @param datei name for the report
     * @throws de.kommunalsdk.error.OzgException when the store of code lists cannot be read
     */
    public Pruefergebnis pruefe(String datei, InputStream quelle) {
        return Pruefungslauf.pruefe(ausstattung, datei, quelle);
    }

    /** The options. Not thread-safe. */
    public static final class Builder {

        private final Schemasatz schemata;
        private CodelistenStore listen = CodelistenStore.leer();
        private Versionspolitik politik = Versionspolitik.WARNEN;
        private Zeichensatz zeichensatz = Zeichensatz.E;
        private Ausgabe ausgabe = Ausgabe.DIN_2022_08;
        private List<Regelwerk> regelwerke = Regelwerke.alle();
        private Pruefgrenzen grenzen = Pruefgrenzen.STANDARD;

        private Builder(Schemasatz schemata) {
            this.schemata = schemata;
        }

        /** Installed code lists; without them a list that the schema does not enumerate is reported as missing. */
        public Builder codelisten(CodelistenStore store, Versionspolitik beiFehlenderVersion) {
            this.listen = store;
            this.politik = beiFehlenderVersion;
            return this;
        }

        /**
         * Characters of elements for which the schema names no type of DIN 91379; without this type E of 2022-08.
         * Attributes without a DIN type may always have all of the edition.
         */
        public Builder zeichen(Zeichensatz fuerTexte, Ausgabe nachAusgabe) {
            this.zeichensatz = fuerTexte;
            this.ausgabe = nachAusgabe;
            return this;
        }

        /** Rules of standards, in place of {@link Regelwerke#alle()}; one for each namespace. */
        public Builder regelwerke(List<Regelwerk> statt) {
            this.regelwerke = List.copyOf(statt);
            return this;
        }

        /** Limits, in place of {@link Pruefgrenzen#STANDARD}. */
        public Builder grenzen(Pruefgrenzen neue) {
            this.grenzen = neue;
            return this;
        }

        /** The chain. */
        public Nachrichtenpruefung baue() {
            return new Nachrichtenpruefung(this);
        }
    }
}
