/* SPDX-License-Identifier: EUPL-1.2 */
/** The runtime of an OZG-Dienst: definition, rules, journey, pages, servlet. */
module de.kommunalsdk.forms {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires transitive de.kommunalsdk.core;
    requires transitive de.kommunalsdk.xoev;
    requires gg.jte.runtime;
    requires transitive jakarta.servlet;
    requires org.slf4j;

    exports de.kommunalsdk.forms;
    exports de.kommunalsdk.forms.antworten;
    exports de.kommunalsdk.forms.beteiligung;
    exports de.kommunalsdk.forms.definition;
    exports de.kommunalsdk.forms.druck;
    exports de.kommunalsdk.forms.entwurf;
    exports de.kommunalsdk.forms.haken;
    exports de.kommunalsdk.forms.lieferung;
    exports de.kommunalsdk.forms.quellen;
    exports de.kommunalsdk.forms.reise;
    exports de.kommunalsdk.forms.seiten;
    exports de.kommunalsdk.forms.servlet;

    // the compiled templates
    opens de.kommunalsdk.forms.internal.jte to
            gg.jte.runtime;
    opens de.kommunalsdk.forms.internal.jte.druck to
            gg.jte.runtime;
    opens de.kommunalsdk.forms.internal.jte.feld to
            gg.jte.runtime;
}
