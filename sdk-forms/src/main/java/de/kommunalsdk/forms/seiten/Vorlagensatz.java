/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The precompiled templates: those of the host first, then the SDK's own. A template of the host takes the place of the
 * SDK's of the same name and gets the same parameters (docs/templates.md). Thread-safe.
 */
public final class Vorlagensatz {

    /** The template of a field, and those of the kinds of fields that it calls. */
    private static final List<String> FELDER = List.of(
            "feld",
            "feld/auswahl",
            "feld/berechnet",
            "feld/datei",
            "feld/datum",
            "feld/eingabe",
            "feld/fest",
            "feld/janein",
            "feld/mehrzeilig",
            "feld/radio");

    /** The SDK's own templates. */
    public static final Vorlagensatz EIGENE = new Vorlagensatz(List.of(), Vorlagensatz.class.getClassLoader());

    private static final String PAKET = "de.kommunalsdk.forms.internal.jte";

    private final List<TemplateEngine> vomWirt = new ArrayList<>();
    private final TemplateEngine eigene = satz(Vorlagensatz.class.getClassLoader(), PAKET);
    private final Map<String, TemplateEngine> gefunden = new ConcurrentHashMap<>();
    private final Musterbuch muster = new Musterbuch();
    private final boolean ersetztFelder;

    /**
     * With templates of the host.
     *
     * @param pakete packages of templates that jte compiled, in the order they are looked through
     * @param lader class loader of the host
     */
    public Vorlagensatz(List<String> pakete, ClassLoader lader) {
        pakete.forEach(paket -> vomWirt.add(satz(lader, paket)));
        ersetztFelder = FELDER.stream().anyMatch(this::ersetzt);
    }

    private static TemplateEngine satz(ClassLoader lader, String paket) {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, lader, paket);
    }

    /** Whether the host shows fields, or some of them, in its own way, which may depend on anything. */
    boolean ersetztFelder() {
        return ersetztFelder;
    }

    Musterbuch muster() {
        return muster;
    }

    boolean ersetzt(String vorlage) {
        return !vomWirt.isEmpty() && maschine(vorlage) != eigene;
    }

    String teil(String vorlage, Map<String, Object> werte) {
        StringOutput ziel = new StringOutput();
        rendere(vorlage, werte, ziel);
        return ziel.toString();
    }

    void rendere(String vorlage, Map<String, Object> werte, TemplateOutput ziel) {
        maschine(vorlage).render(vorlage + ".jte", werte, ziel);
    }

    private TemplateEngine maschine(String vorlage) {
        return gefunden.computeIfAbsent(vorlage, name -> vomWirt.stream()
                .filter(m -> m.hasTemplate(name + ".jte"))
                .findFirst()
                .orElse(eigene));
    }
}
