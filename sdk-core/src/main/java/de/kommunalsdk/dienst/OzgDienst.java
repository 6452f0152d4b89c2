/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

import de.kommunalsdk.bezahlung.Betrag;
import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An OZG-Dienst as its {@code dienst.yaml} says, without its form. Immutable.
 *
 * @param ref id and version
 * @param titel title shown to people
 * @param leistungsschluessel LeiKa keys, at least one
 * @param vertrauensniveau level needed to begin
 * @param beschreibung catalogue texts
 * @param gebuehr fixed fee; empty when there is none or it is calculated
 * @param verlinkt URL of a Dienst that runs elsewhere; then it has a catalogue page and no form
 * @param schemaDatei file name of the FIM schema beside dienst.yaml; empty when linked
 * @param entwurf how long drafts live, and how they come to this version
 * @param aufbewahrung how long a delivered Antrag is kept
 * @param wege ids of the ways to deliver by
 * @param dateien the files beside dienst.yaml
 * @param wurzel the whole document; sdk-forms reads {@code seiten}, {@code felder} and {@code regeln} from it
 */
public record OzgDienst(
        DienstRef ref,
        String titel,
        List<Leistungsschluessel> leistungsschluessel,
        Vertrauensniveau vertrauensniveau,
        Beschreibung beschreibung,
        Optional<Betrag> gebuehr,
        Optional<URI> verlinkt,
        Optional<String> schemaDatei,
        Entwurfsregeln entwurf,
        Duration aufbewahrung,
        List<String> wege,
        Dienstdateien dateien,
        Knoten wurzel) {

    public OzgDienst {
        leistungsschluessel = List.copyOf(leistungsschluessel);
        wege = List.copyOf(wege);
    }

    /** Id of the Dienst. */
    public DienstId id() {
        return ref.id();
    }

    /** Whether the fee is calculated from the answers. */
    public boolean hatBerechneteGebuehr() {
        return wurzel.kind("gebuehr").filter(Knoten::istAbbildung).isPresent();
    }

    /**
     * Catalogue texts; a text may have paragraphs, divided by an empty line.
     *
     * @param gebuehrentext how fees work here, for example that the tax comes by Bescheid; may be empty
     */
    public record Beschreibung(
            String kurztext,
            String volltext,
            List<String> voraussetzungen,
            List<String> unterlagen,
            List<String> rechtsgrundlagen,
            String gebuehrentext,
            String bearbeitungsdauer) {
        public Beschreibung {
            voraussetzungen = List.copyOf(voraussetzungen);
            unterlagen = List.copyOf(unterlagen);
            rechtsgrundlagen = List.copyOf(rechtsgrundlagen);
        }
    }
}
