/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What schema, group, field and rule say about themselves alike. Texts and dates are as written and empty when absent;
 * dates are {@code xs:date} unless said otherwise.
 *
 * @param bezug in XDF2 at most one, without a link
 * @param freigabestatus XDF3
 * @param status XDF2
 * @param statusGesetztAm XDF3
 * @param statusGesetztDurch XDF3
 * @param freigabedatum XDF2
 * @param letzteAenderung XDF3, {@code xs:dateTime}
 * @param fachlicherErsteller XDF2, and rules of XDF3
 * @param stichwort XDF3
 */
public record Metadaten(
        String beschreibung,
        String definition,
        List<Bezug> bezug,
        Optional<Freigabestatus> freigabestatus,
        Optional<Status> status,
        String statusGesetztAm,
        String statusGesetztDurch,
        String gueltigAb,
        String gueltigBis,
        String versionshinweis,
        String freigabedatum,
        String veroeffentlichungsdatum,
        String letzteAenderung,
        String fachlicherErsteller,
        List<Stichwort> stichwort) {

    /** Nothing is said. */
    public static final Metadaten KEINE = new Metadaten(
            "", "", List.of(), Optional.empty(), Optional.empty(), "", "", "", "", "", "", "", "", "", List.of());

    public Metadaten {
        bezug = List.copyOf(bezug);
        stichwort = List.copyOf(stichwort);
    }

    /** Code list urn:xoev-de:xprozess:codeliste:status 2022-07-12. */
    public enum Freigabestatus implements Codiert {
        IN_PLANUNG,
        IN_BEARBEITUNG,
        ENTWURF,
        METHODISCH_FREIGEGEBEN,
        FACHLICH_FREIGEGEBEN_SILBER,
        FACHLICH_FREIGEGEBEN_GOLD,
        INAKTIV,
        VORGESEHEN_ZUM_LOESCHEN;

        @Override
        public String code() {
            return Integer.toString(ordinal() + 1);
        }
    }

    /** Code list xdatenfelder.status 1.0 of XDF2. */
    public enum Status implements Codiert {
        IN_VORBEREITUNG,
        AKTIV,
        INAKTIV;

        @Override
        public String code() {
            return this == IN_VORBEREITUNG ? "inVorbereitung" : name().toLowerCase(Locale.ROOT);
        }
    }
}
