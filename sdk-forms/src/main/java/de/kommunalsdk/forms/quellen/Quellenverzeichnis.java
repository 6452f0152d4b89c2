/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.quellen;

import de.kommunalsdk.datenabfrage.Datenabfrage;
import de.kommunalsdk.datenabfrage.Eingabetyp;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.definition.Datenquellen;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.QuellenFehler;
import de.kommunalsdk.forms.definition.Seitenabfrage;
import de.kommunalsdk.forms.definition.Vorbelegung;
import de.kommunalsdk.register.Register;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The registers and look-ups of a portal, and who calls them. Thread-safe; closed with the SDK. */
public final class Quellenverzeichnis implements AutoCloseable {

    private final Map<String, Register> register = new HashMap<>();
    private final Map<String, Datenabfrage> abfragen = new HashMap<>();
    private final Portaufruf aufruf = new Portaufruf();
    private final Vorbeleger vorbeleger;
    private final Abfrager abfrager;

    /** With the ports of the portal; of two with the same id the later counts. */
    public Quellenverzeichnis(Collection<Register> register, Collection<Datenabfrage> abfragen, Clock clock) {
        register.forEach(r -> this.register.put(r.id(), r));
        abfragen.forEach(a -> this.abfragen.put(a.id(), a));
        this.vorbeleger = new Vorbeleger(this.register, aufruf, clock);
        this.abfrager = new Abfrager(this.abfragen, aufruf, clock);
    }

    /** Fetches from registers and accounts. */
    public Vorbeleger vorbeleger() {
        return vorbeleger;
    }

    /** Looks up. */
    public Abfrager abfrager() {
        return abfrager;
    }

    /** What a form asks of ports that this portal does not have, or that do not know it. */
    public List<Problem> pruefe(Datenquellen quellen) {
        List<Problem> probleme = new ArrayList<>();
        quellen.vorbelegungen().stream()
                .filter(v -> !v.quelle().equals(Vorbelegung.NUTZERKONTO))
                .forEach(v -> pruefe(v, probleme));
        quellen.abfragen().forEach(a -> pruefe(a, probleme));
        return probleme;
    }

    private void pruefe(Vorbelegung v, List<Problem> probleme) {
        Optional<Register> port = Optional.ofNullable(register.get(v.quelle()));
        if (port.isEmpty()) {
            fehlt(v.quelle(), register.keySet(), v.stelle(), probleme);
            return;
        }
        v.felder().forEach(ziel -> kennt(port.get().liefert(), ziel.attribut(), v.stelle(), probleme));
        eingaben(port.get().eingaben(), v.eingaben().keySet(), v.stelle(), probleme);
    }

    private void pruefe(Seitenabfrage a, List<Problem> probleme) {
        Optional<Datenabfrage> port = Optional.ofNullable(abfragen.get(a.abfrage()));
        if (port.isEmpty()) {
            fehlt(a.abfrage(), abfragen.keySet(), a.stelle(), probleme);
            return;
        }
        a.felder().forEach(ziel -> kennt(port.get().liefert(), ziel.ergebnis(), a.stelle(), probleme));
        eingaben(port.get().eingaben().keySet(), a.eingaben().keySet(), a.stelle(), probleme);
        a.eingaben().forEach((name, feld) -> {
            Eingabetyp typ = port.get().eingaben().getOrDefault(name, Eingabetyp.TEXT);
            if (!passt(typ, feld.anzeige())) {
                probleme.add(Problem.fehler(
                        QuellenFehler.EINGABETYP,
                        a.stelle(),
                        "\"" + name + "\" braucht " + typ + ", \"" + feld.pfad() + "\" ist " + feld.anzeige() + "."));
            }
        });
    }

    private static boolean passt(Eingabetyp typ, Feld.Anzeige anzeige) {
        return switch (typ) {
            case TEXT -> true;
            case ZAHL ->
                anzeige == Feld.Anzeige.GANZZAHL || anzeige == Feld.Anzeige.ZAHL || anzeige == Feld.Anzeige.GELD;
            case DATUM -> anzeige == Feld.Anzeige.DATUM;
            case JA_NEIN -> anzeige == Feld.Anzeige.JA_NEIN;
        };
    }

    private static void fehlt(String id, Set<String> bekannte, Fundstelle stelle, List<Problem> probleme) {
        probleme.add(Problem.fehler(
                QuellenFehler.PORT_FEHLT,
                stelle,
                "\"" + id + "\" gibt es in diesem Portal nicht; bekannt: "
                        + String.join(", ", bekannte.stream().sorted().toList()) + "."));
    }

    private static void kennt(Set<String> bekannte, String name, Fundstelle stelle, List<Problem> probleme) {
        if (!bekannte.contains(name)) {
            probleme.add(Problem.fehler(
                    QuellenFehler.NAME_UNBEKANNT,
                    stelle,
                    "\"" + name + "\" ist dort nicht bekannt; bekannt: "
                            + String.join(", ", bekannte.stream().sorted().toList()) + "."));
        }
    }

    private static void eingaben(Set<String> verlangt, Set<String> genannt, Fundstelle stelle, List<Problem> probleme) {
        genannt.stream().sorted().forEach(name -> kennt(verlangt, name, stelle, probleme));
        verlangt.stream()
                .filter(name -> !genannt.contains(name))
                .sorted()
                .forEach(name -> probleme.add(Problem.fehler(
                        QuellenFehler.NAME_UNBEKANNT, stelle, "Die Eingabe \"" + name + "\" fehlt in \"eingaben\".")));
    }

    /** Stops calls that still run. */
    @Override
    public void close() {
        aufruf.close();
    }
}
