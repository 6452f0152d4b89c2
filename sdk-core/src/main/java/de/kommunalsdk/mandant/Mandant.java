/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

import de.kommunalsdk.dienst.DienstId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A municipality that offers Dienste. Immutable. Made by {@link MandantConfig}, which checks it.
 *
 * @param id stable id
 * @param name name shown to people, for example {@code Stadt Musterstadt}
 * @param regionalschluessel its ARS
 * @param oeffentlicheBasisUrl public URL under which citizens reach the SDK's servlet, without a slash at the end
 * @param stelle responsible unit, shown on every page
 * @param wappen coat of arms, shown on every page
 * @param theme design tokens that differ from the default, for example {@code --kern-color-action-default}
 * @param verweise named links of the host portal: {@code impressum}, {@code datenschutz}, {@code barrierefreiheit}
 * @param dienste the offered Dienste with this Mandant's overlay; in the order of the configuration
 */
public record Mandant(
        MandantId id,
        String name,
        Regionalschluessel regionalschluessel,
        URI oeffentlicheBasisUrl,
        Stelle stelle,
        Wappen wappen,
        Map<String, String> theme,
        Map<String, URI> verweise,
        Map<DienstId, Angebot> dienste) {

    public Mandant {
        theme = Map.copyOf(theme);
        verweise = Map.copyOf(verweise);
        dienste = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(dienste));
    }

    /** The public URL of a page below the SDK's servlet; {@code pfad} begins with a slash. */
    public URI url(String pfad) {
        return URI.create(oeffentlicheBasisUrl + pfad);
    }

    /** The same Mandant under another public URL. */
    public Mandant mitBasisUrl(URI url) {
        return new Mandant(id, name, regionalschluessel, url, stelle, wappen, theme, verweise, dienste);
    }

    /** The overlay of a Dienst; empty when this Mandant does not offer it. */
    public Optional<Angebot> angebot(DienstId dienst) {
        return Optional.ofNullable(dienste.get(dienst));
    }

    /**
     * Responsible unit.
     *
     * @param oeffnungszeiten lines of text, may be empty
     */
    public record Stelle(
            String name,
            String strasse,
            String postleitzahl,
            String ort,
            String telefon,
            String email,
            List<String> oeffnungszeiten) {
        public Stelle {
            oeffnungszeiten = List.copyOf(oeffnungszeiten);
        }
    }

    /**
     * Coat of arms.
     *
     * @param medientyp {@code image/svg+xml} or {@code image/png}
     * @param alternativtext text for people who do not see it
     */
    public record Wappen(byte[] bild, String medientyp, String alternativtext) {}

    /**
     * What a Mandant changes of a Dienst, by configuration only.
     *
     * @param wege ids of the ways to deliver by; empty: those of the Dienst
     * @param stelle responsible unit of this Dienst; empty: that of the Mandant
     * @param texte texts that replace those of the Dienst, by key ({@code gebuehr}, {@code hinweis})
     */
    public record Angebot(List<String> wege, Optional<Stelle> stelle, Map<String, String> texte) {
        public Angebot {
            wege = List.copyOf(wege);
            texte = Map.copyOf(texte);
        }
    }
}
