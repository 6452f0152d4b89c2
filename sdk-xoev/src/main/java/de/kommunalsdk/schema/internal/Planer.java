/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema.internal;

import de.kommunalsdk.codeliste.Listenkennung;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.schema.Listenquelle;
import de.kommunalsdk.schema.SchemaFehler;
import de.kommunalsdk.xdatenfelder.Anzahl;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.CodelisteReferenz;
import de.kommunalsdk.xdatenfelder.Datenfeld.Praezisierung;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Muster;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xfall.Namensgebung;
import de.kommunalsdk.xfall.Wertart;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the plan of one schema. Not thread-safe. */
public final class Planer {

    private static final int MAX_HOEHE = 100;
    private static final long MAX_UMFANG = 100_000;

    private final Listenquelle listen;
    private final Map<Element, Plan> fertig = new IdentityHashMap<>();
    private final Map<String, Muster> muster = new HashMap<>();
    private final Set<CodelisteReferenz> fehlendeListen = new LinkedHashSet<>();

    /** For one schema. */
    public Planer(Listenquelle listen) {
        this.listen = listen;
    }

    /** The plan of the schema. */
    public Plan.Gruppe plane(Stammdatenschema schema) {
        return gruppe(schema.struktur(), false, schema.id(), 0);
    }

    /** The lists that were asked for and not at hand. */
    public List<CodelisteReferenz> fehlendeListen() {
        return List.copyOf(fehlendeListen);
    }

    private Plan.Gruppe gruppe(List<Struktur> struktur, boolean auswahl, String id, int tiefe) {
        List<Plan.Kind> kinder = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int hoehe = 0;
        long umfang = 0;
        for (Struktur teil : struktur) {
            Element element = teil.element();
            if (element instanceof Datenfeld feld && feld.feldart() == Datenfeld.Feldart.LABEL) {
                continue;
            }
            if (!ids.add(element.id())) {
                throw new InvalidInput(SchemaFehler.MEHRDEUTIG, id + "/" + element.id());
            }
            Plan plan = plan(element, tiefe + 1);
            if (plan instanceof Plan.Gruppe gruppe) {
                hoehe = Math.max(hoehe, gruppe.hoehe() + 1);
                umfang += gruppe.umfang();
            }
            umfang++;
            if (tiefe + hoehe > MAX_HOEHE || umfang > MAX_UMFANG) {
                throw new InvalidInput(SchemaFehler.ZU_GROSS, id);
            }
            Anzahl anzahl = teil.anzahl();
            kinder.add(new Plan.Kind(
                    element.id(),
                    Namensgebung.name(element),
                    element.name(),
                    beschreibung(element),
                    auswahl ? Math.max(1, anzahl.min()) : anzahl.min(),
                    anzahl.max(),
                    plan));
        }
        return new Plan.Gruppe(auswahl && !kinder.isEmpty(), kinder, hoehe, umfang);
    }

    private Plan plan(Element element, int tiefe) {
        @Nullable Plan vorhanden = fertig.get(element);
        if (vorhanden != null) {
            return vorhanden;
        }
        if (tiefe > MAX_HOEHE) {
            throw new InvalidInput(SchemaFehler.ZU_GROSS, element.id());
        }
        Plan plan = element instanceof Datenfeldgruppe gruppe
                ? gruppe(gruppe.struktur(), gruppe.auswahlgruppe(), gruppe.id(), tiefe)
                : feld((Datenfeld) element);
        fertig.put(element, plan);
        return plan;
    }

    private Plan.Feld feld(Datenfeld feld) {
        Wertart art = Wertart.von(feld);
        Praezisierung grenzen = feld.praezisierung();
        boolean text = art == Wertart.TEXT;
        boolean ganz = art == Wertart.GANZZAHL;
        boolean zahl = ganz || art == Wertart.ZAHL;
        boolean tag = art == Wertart.DATUM;
        Plan.Feld plan = new Plan.Feld(
                art,
                text ? Math.max(1, grenzen.minLength().orElse(1)) : 1,
                text ? grenzen.maxLength() : Optional.empty(),
                text && !grenzen.pattern().isEmpty()
                        ? Optional.of(muster.computeIfAbsent(grenzen.pattern(), Muster::von))
                        : Optional.empty(),
                zahl ? grenzen.minValue().map(z -> ganz ? z.setScale(0, RoundingMode.CEILING) : z) : Optional.empty(),
                zahl ? grenzen.maxValue().map(z -> ganz ? z.setScale(0, RoundingMode.FLOOR) : z) : Optional.empty(),
                tag ? tag(grenzen.minDate()) : Optional.empty(),
                tag ? tag(grenzen.maxDate()) : Optional.empty(),
                art == Wertart.CODE ? codes(feld) : Map.of());
        if (verkehrt(Optional.of(plan.minLaenge()), plan.maxLaenge())
                || verkehrt(plan.min(), plan.max())
                || verkehrt(plan.ab(), plan.bis())) {
            throw new InvalidInput(SchemaFehler.UNERFUELLBAR, feld.id());
        }
        return plan;
    }

    private static <T extends Comparable<? super T>> boolean verkehrt(Optional<T> min, Optional<T> max) {
        return min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0;
    }

    /** XDatenfelder does not say what a limit of a date looks like; what is no day of the calendar is no limit. */
    private static Optional<LocalDate> tag(String text) {
        try {
            return Wertart.DATUM.hatForm(text) ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Map<String, String> codes(Datenfeld feld) {
        List<Datenfeld.Wert> werte = feld.werte();
        if (werte.isEmpty() && feld.codeliste().isPresent()) {
            werte = listen.finde(feld.codeliste().get(), feld.spalten()).orElse(List.of());
            if (werte.isEmpty()) {
                fehlendeListen.add(feld.codeliste().get());
            }
        }
        Map<String, String> codes = new LinkedHashMap<>();
        for (Datenfeld.Wert wert : werte) {
            Wertart.CODE.kanonisch(wert.code()).ifPresent(code -> codes.putIfAbsent(code, wert.name()));
        }
        return Collections.unmodifiableMap(codes);
    }

    private String beschreibung(Element element) {
        String text = "Version " + element.version();
        if (!(element instanceof Datenfeld feld) || feld.codeliste().isEmpty()) {
            return text;
        }
        CodelisteReferenz liste = feld.codeliste().get();
        return text + ", Codeliste "
                + Listenkennung.aus(liste.urn(), liste.version(), liste.versionUrn())
                        .versionUrn()
                + (fehlendeListen.contains(liste) ? " (nicht eingebunden: jeder Code ist erlaubt)" : "");
    }
}
