/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.codeliste.Codepruefer;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.pruefung.Fachregel;
import de.kommunalsdk.pruefung.Nachrichtenelement;
import de.kommunalsdk.pruefung.Pruefbericht;
import de.kommunalsdk.pruefung.Pruefergebnis;
import de.kommunalsdk.pruefung.Pruefgrenzen;
import de.kommunalsdk.pruefung.Pruefschritt;
import de.kommunalsdk.pruefung.Pruefschritt.Stand;
import de.kommunalsdk.pruefung.PruefungFehler;
import de.kommunalsdk.pruefung.Regelwerk;
import de.kommunalsdk.pruefung.Schemaangabe;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlFehler;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One message on its way through the chain. Not thread-safe. */
public final class Pruefungslauf {

    /** What stays the same for all messages. */
    public record Ausstattung(
            Schemaverzeichnis schemata,
            Codepruefer codes,
            Zeichenart vorgabe,
            Map<String, Regelwerk> regelwerke,
            Pruefgrenzen grenzen) {}

    private static final Befundliste.Ort NIRGENDS = new Befundliste.Ort(0, 0, "");

    private final Ausstattung ausstattung;
    private final String datei;
    private final Befundliste befunde;
    private final Set<Pruefschritt> erledigt = EnumSet.noneOf(Pruefschritt.class);
    private @Nullable Schemaangabe schema;
    private boolean pruefbar = true;

    private Pruefungslauf(Ausstattung ausstattung, String datei) {
        this.ausstattung = ausstattung;
        this.datei = datei;
        this.befunde = new Befundliste(datei, ausstattung.grenzen().maxBefunde());
    }

    /** Reads the stream to its end, or to the first thing that forbids to go on. */
    public static Pruefergebnis pruefe(Ausstattung ausstattung, String datei, InputStream quelle) {
        Pruefungslauf lauf = new Pruefungslauf(ausstattung, datei);
        lauf.laufe(quelle);
        return lauf.ergebnis();
    }

    private void laufe(InputStream quelle) {
        XMLStreamReader leser = null;
        try {
            leser = SecureXml.leser(quelle, ausstattung.grenzen().xml());
            leser.nextTag();
        } catch (InvalidInput e) {
            unlesbar(e, leser);
            return;
        } catch (javax.xml.stream.XMLStreamException e) {
            throw new IllegalStateException("SecureXml meldet anders", e);
        }
        String namensraum = Objects.requireNonNullElse(leser.getNamespaceURI(), "");
        Optional<Schemaverzeichnis.Uebersetzt> passend = schema(namensraum, leser.getLocalName(), ort(leser));
        if (passend.isEmpty()) {
            pruefbar = false;
            return;
        }
        schema = passend.get().angabe();
        Optional<Regelwerk> regelwerk =
                Optional.ofNullable(ausstattung.regelwerke().get(namensraum));
        Dokumentlauf lauf = new Dokumentlauf(
                leser,
                passend.get(),
                new Inhaltspruefung(ausstattung.codes(), regelwerk, befunde),
                ausstattung.vorgabe(),
                ausstattung.grenzen().maxFeld());
        try {
            if (lauf.laufe()) {
                erledigt.addAll(EnumSet.range(Pruefschritt.LESEN, Pruefschritt.LEERE_ELEMENTE));
                fachregeln(regelwerk, lauf.wurzel());
            }
        } catch (InvalidInput e) {
            unlesbar(e, leser);
        }
    }

    private Optional<Schemaverzeichnis.Uebersetzt> schema(String namensraum, String name, Befundliste.Ort ort) {
        Schemaverzeichnis schemata = ausstattung.schemata();
        try {
            Optional<Schemaverzeichnis.Uebersetzt> passend = schemata.finde(namensraum, name);
            if (passend.isEmpty()) {
                if (schemata.namensraeume().contains(namensraum)) {
                    kein(PruefungFehler.UNBEKANNTE_NACHRICHT, ort, "");
                } else {
                    schemata.andereVersion(namensraum)
                            .ifPresentOrElse(
                                    v -> kein(PruefungFehler.FALSCHE_VERSION, ort, "hier vorhanden: " + v),
                                    () -> kein(PruefungFehler.SCHEMA_FEHLT, ort, ""));
                }
            }
            return passend;
        } catch (InvalidInput e) {
            kein(e.fehlercode(), NIRGENDS, einzelheit(e));
            return Optional.empty();
        }
    }

    private void kein(Fehlercode code, Befundliste.Ort ort, String zusatz) {
        befunde.neu(Pruefschritt.SCHEMA, code.code(), code, ort, zusatz);
    }

    private void fachregeln(Optional<Regelwerk> regelwerk, @Nullable Nachrichtenelement wurzel) {
        if (regelwerk.isEmpty() || befunde.hatFehler(Pruefschritt.SCHEMA)) {
            return;
        }
        erledigt.add(Pruefschritt.FACHREGELN);
        if (wurzel == null) {
            return; // the standard has no rules
        }
        for (Fachregel regel : regelwerk.get().regeln()) {
            for (Nachrichtenelement stelle : regel.verstoesse(wurzel)) {
                if (befunde.abgeschnitten()) {
                    return;
                }
                befunde.neu(
                        Pruefschritt.FACHREGELN,
                        regel.id(),
                        PruefungFehler.FACHREGEL,
                        new Befundliste.Ort(stelle.zeile(), stelle.spalte(), stelle.pfad()),
                        regel.meldung());
            }
        }
    }

    private void unlesbar(InvalidInput e, @Nullable XMLStreamReader leser) {
        pruefbar = e.fehlercode() != XmlFehler.LESEFEHLER;
        befunde.neu(
                Pruefschritt.LESEN, e.fehlercode().code(), e.fehlercode(), leser == null ? NIRGENDS : ort(leser), "");
    }

    private static Befundliste.Ort ort(XMLStreamReader leser) {
        Fundstelle stelle = SecureXml.stelle("", leser);
        return new Befundliste.Ort(stelle.zeile(), stelle.spalte(), "");
    }

    /** What stands behind code and meaning in the message of a fault. */
    private static String einzelheit(InvalidInput e) {
        String anfang = e.fehlercode().code() + ": " + e.fehlercode().bedeutung() + " (";
        String meldung = String.valueOf(e.getMessage());
        return meldung.startsWith(anfang) ? meldung.substring(anfang.length(), meldung.length() - 1) : "";
    }

    private Pruefergebnis ergebnis() {
        Map<Pruefschritt, Stand> staende = new EnumMap<>(Pruefschritt.class);
        for (Pruefschritt schritt : Pruefschritt.values()) {
            staende.put(
                    schritt,
                    befunde.hat(schritt)
                            ? Stand.MIT_BEFUND
                            : erledigt.contains(schritt) ? Stand.OHNE_BEFUND : Stand.NICHT_AUSGEFUEHRT);
        }
        Pruefbericht bericht =
                new Pruefbericht(datei, Optional.ofNullable(schema), staende, befunde.alle(), befunde.abgeschnitten());
        if (!pruefbar) {
            return new Pruefergebnis.NichtPruefbar(bericht);
        }
        return bericht.hatFehler() || bericht.abgeschnitten()
                ? new Pruefergebnis.Abgelehnt(bericht)
                : new Pruefergebnis.Angenommen(bericht);
    }
}
