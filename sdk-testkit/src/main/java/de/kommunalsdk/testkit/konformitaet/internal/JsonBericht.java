/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.testkit.konformitaet.Bericht;
import de.kommunalsdk.testkit.konformitaet.Bericht.Eintrag;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.NichtGeprueft;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.NichtPruefbar;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.Verletzt;
import de.kommunalsdk.testkit.konformitaet.Verstoss;

/** The report for machines. {@code format} counts up when a name changes its meaning. */
public final class JsonBericht {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonBericht() {}

    public static byte[] schreibe(Bericht bericht) {
        ObjectNode wurzel = JsonNodeFactory.instance.objectNode();
        wurzel.put("format", 1);
        wurzel.put("basis", bericht.pruefling().basis().toString());
        wurzel.put("dienst", bericht.pruefling().dienst().wert());
        wurzel.put("begonnen", bericht.begonnen().toString());
        wurzel.put("konform", bericht.konform());
        ArrayNode regeln = wurzel.putArray("regeln");
        bericht.eintraege().forEach(e -> eintrag(regeln.addObject(), e));
        try {
            return JSON.writeValueAsBytes(wurzel);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Ein Baum aus Texten laesst sich immer schreiben", e);
        }
    }

    private static void eintrag(ObjectNode ziel, Eintrag e) {
        ziel.put("id", e.regel().id());
        ziel.put("eckpunkt", e.regel().eckpunkt());
        ziel.put("titel", e.regel().titel());
        ziel.put("verlangt", e.regel().verlangt());
        ziel.put("dokument", e.regel().dokument());
        ziel.put("dauerMillis", e.dauer().toMillis());
        ziel.put("ergebnis", Ergebnisname.technisch(e.ergebnis()));
        if (e.ergebnis() instanceof NichtPruefbar offen) {
            ziel.put("code", offen.code());
            ziel.put("grund", offen.grund());
        } else if (e.ergebnis() instanceof NichtGeprueft ohne) {
            ziel.put("code", ohne.code());
            ziel.put("grund", ohne.grund());
        } else if (e.ergebnis() instanceof Verletzt verletzt) {
            ArrayNode liste = ziel.putArray("verstoesse");
            for (Verstoss v : verletzt.verstoesse()) {
                liste.addObject()
                        .put("code", v.code())
                        .put("wo", v.wo())
                        .put("was", v.was())
                        .put("abhilfe", v.abhilfe());
            }
        }
    }
}
