/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who was identified how and when, for the Fachverfahren: a Governikus Identification Report. It says no more of the person
 * than the Dienst received, and never the account's key, mailbox or ids; what the account is less sure of than of the login
 * is left out, because the report states one level for all of it.
 *
 * @param dienst address of the portal that says so
 * @param identifiziert when the person logged in
 * @param bezug what the report belongs to, for example the id of the Antrag
 * @param attribute names of the attributes that the Dienst received
 * @see <a href="https://github.com/Governikus/IdentificationReport">Identification Report, JSON schema 2.0.0</a>
 */
public record Identifikationsbericht(URI dienst, Instant identifiziert, List<String> bezug, Set<String> attribute) {

    /** Id of the schema. */
    public static final String SCHEMA =
            "https://raw.githubusercontent.com/Governikus/IdentificationReport/2.0.0/schema/identification-report.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The two names that the published schemas have; the others are named as this SDK names them. */
    private static final Map<String, String> NAMEN = Map.of("vorname", "givenName", "familienname", "familyName");

    public Identifikationsbericht {
        bezug = List.copyOf(bezug);
        attribute = Set.copyOf(attribute);
    }

    /**
     * Writes the report of a login.
     *
     * @param jetzt time of the report
     * @return UTF-8
     */
    public byte[] schreibe(Kontoanmeldung anmeldung, Instant jetzt) {
        ObjectNode bericht = JSON.createObjectNode();
        bericht.put("$schema", SCHEMA)
                .put("reportId", UUID.randomUUID().toString())
                .put("serverIdentity", dienst.toString())
                .put("reportTime", zeit(jetzt))
                .put("identificationTime", zeit(identifiziert))
                .put("idStatus", "success")
                .put("idStatement", "Anmeldung mit " + anmeldung.nutzer().quelle());
        if (!anmeldung.mittel().isEmpty()) {
            bericht.put("trustFramework", anmeldung.mittel().toLowerCase(Locale.ROOT));
        }
        ObjectNode person = bericht.putObject("subjectRef");
        for (Attribut attribut : anmeldung.nutzer().attribute()) {
            if (attribute.contains(attribut.name())
                    && attribut.niveau().erfuellt(anmeldung.nutzer().niveau())) {
                person.put(NAMEN.getOrDefault(attribut.name(), attribut.name()), attribut.wert());
            }
        }
        bezug.forEach(bericht.putArray("contextInformation")::add);
        bericht.put("levelOfAssurance", niveau(anmeldung));
        try {
            return JSON.writeValueAsBytes(bericht);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texte lassen sich immer schreiben", e);
        }
    }

    private static String zeit(Instant zeit) {
        return zeit.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** In a national context only the words of the BSI; a registration without proof of identity has none. */
    private static String niveau(Kontoanmeldung anmeldung) {
        boolean eidas = anmeldung.mittel().equalsIgnoreCase("eIDAS");
        Vertrauensniveau niveau = anmeldung.nutzer().niveau();
        return switch (niveau) {
            case OHNE, BASISREGISTRIERUNG -> "unknown";
            case NIEDRIG -> eidas ? "http://eidas.europa.eu/LoA/low" : "http://bsi.bund.de/eID/LoA/normal";
            case SUBSTANZIELL ->
                eidas ? "http://eidas.europa.eu/LoA/substantial" : "http://bsi.bund.de/eID/LoA/substantiell";
            case HOCH -> eidas ? "http://eidas.europa.eu/LoA/high" : "http://bsi.bund.de/eID/LoA/hoch";
        };
    }
}
