/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Identifier;
import de.kommunalsdk.xdatenfelder.regel.RegelFehler;
import de.kommunalsdk.xdatenfelder.regel.Regeldatei;
import de.kommunalsdk.xdatenfelder.regel.Regelschluessel;
import de.kommunalsdk.xdatenfelder.regel.Regelwerk;
import de.kommunalsdk.xdatenfelder.regel.UebersetzteRegel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Binds the rules of a file to the elements of a schema. */
public final class Bindung {

    private final Regeldatei datei;
    private final Befunde befunde = new Befunde();
    private final List<Regelschluessel> schluessel;
    private final Map<String, List<Integer>> nachId = new HashMap<>();
    private final Set<Integer> benutzte = new HashSet<>();
    private final Kinder kinder;
    private final Map<String, Regel> offene = new LinkedHashMap<>();
    private final Map<Object, List<GebundeneRegel>> gebundene = new IdentityHashMap<>();
    private final Abhaengigkeiten abhaengigkeiten;

    private Bindung(Regeldatei datei, Stammdatenschema schema) {
        this.datei = datei;
        this.abhaengigkeiten = new Abhaengigkeiten(datei, befunde);
        this.schluessel = List.copyOf(datei.eintraege().keySet());
        for (int i = 0; i < schluessel.size(); i++) {
            nachId.computeIfAbsent(schluessel.get(i).id(), k -> new ArrayList<>())
                    .add(i);
        }
        this.kinder = new Kinder(schema.struktur());
    }

    /** See {@link Regelwerk#von}. */
    public static Regelwerk.Ergebnis binde(Regeldatei datei, Stammdatenschema schema) {
        Bindung bindung = new Bindung(datei, schema);
        Plan wurzel = bindung.plane(Eigner.von(schema), "", false, true);
        bindung.meldeUnbenutzte();
        bindung.abhaengigkeiten.meldeZirkel();
        Regelwerk regelwerk = new GebundenesRegelwerk(wurzel, List.copyOf(bindung.offene.values()));
        return new Regelwerk.Ergebnis(
                bindung.befunde.haben() ? Optional.empty() : Optional.of(regelwerk), bindung.befunde.liste());
    }

    /** See {@link Regelwerk#ohne}. */
    public static Regelwerk ohne(Stammdatenschema schema) {
        return binde(new Regeldatei(Map.of()), schema).regelwerk().orElseThrow();
    }

    private Plan plane(Eigner eigner, String pfad, boolean mehrfach, boolean immerDa) {
        // Not computeIfAbsent: what belongs to a problem is reported at the first place of an element, in its turn.
        List<GebundeneRegel> regeln = gebundene.get(eigner.selbst());
        if (regeln == null) {
            regeln = binde(eigner);
            gebundene.put(eigner.selbst(), regeln);
        }
        regeln.forEach(regel -> abhaengigkeiten.nimm(regel, pfad));
        List<Plan> unten = new ArrayList<>();
        for (Struktur s : eigner.struktur()) {
            Element element = s.element();
            Eigner kind = Eigner.von(element);
            // A field is always there to be required; a group that may be absent has rules only when it is given.
            boolean da = kind.istFeld() || (s.anzahl().pflicht() && !eigner.istAuswahl());
            Plan plan = plane(
                    kind,
                    pfad.isEmpty() ? element.id() : pfad + "." + element.id(),
                    s.anzahl().mehrfach(),
                    da);
            if (!plan.regeln().isEmpty() || !plan.kinder().isEmpty()) {
                unten.add(plan);
            }
        }
        return new Plan(eigner.id(), mehrfach, immerDa, regeln, List.copyOf(unten));
    }

    private List<GebundeneRegel> binde(Eigner eigner) {
        Set<Integer> eintraege = new TreeSet<>();
        if (!eigner.regeln().isEmpty()) {
            treffer(eigner.id(), eigner.version()).forEach(eintraege::add);
        }
        for (Regel regel : eigner.regeln()) {
            List<Integer> eigene = treffer(regel.id(), regel.version());
            Set<Integer> alle = new TreeSet<>(treffer(eigner.id(), eigner.version()));
            alle.addAll(eigene);
            if (alle.isEmpty()) {
                offene.putIfAbsent(regel.id() + "V" + regel.version(), regel);
            } else if (alle.size() > 1) {
                int zweiter = List.copyOf(alle).get(1);
                befunde.fehler(
                        RegelFehler.DOPPELT_UEBERSETZT,
                        datei.stelle("/" + schluessel.get(zweiter)),
                        "Regel " + regel.id() + " an " + eigner.id() + " steht schon in einem anderen Eintrag.");
            }
            eintraege.addAll(eigene);
        }
        benutzte.addAll(eintraege);
        List<GebundeneRegel> regeln = new ArrayList<>();
        for (int i : eintraege) {
            List<UebersetzteRegel> liste = datei.eintraege().getOrDefault(schluessel.get(i), List.of());
            for (int n = 0; n < liste.size(); n++) {
                String pointer = "/" + schluessel.get(i) + "/" + n;
                Map<Identifier, Typ> typen =
                        new Regelpruefer(eigner, kinder, datei, befunde).pruefe(liste.get(n), pointer);
                regeln.add(GebundeneRegel.von(schluessel.get(i), n + 1, pointer, liste.get(n), typen));
            }
        }
        return List.copyOf(regeln);
    }

    private List<Integer> treffer(String id, String version) {
        return nachId.getOrDefault(id, List.of()).stream()
                .filter(i -> schluessel.get(i).trifft(id, version))
                .toList();
    }

    private void meldeUnbenutzte() {
        for (int i = 0; i < schluessel.size(); i++) {
            if (!benutzte.contains(i)) {
                befunde.fehler(
                        RegelFehler.EINTRAG_UNBEKANNT,
                        datei.stelle("/" + schluessel.get(i)),
                        schluessel.get(i) + " ist keine Regel und kein Element mit Regeln in diesem Schema.");
            }
        }
    }
}
