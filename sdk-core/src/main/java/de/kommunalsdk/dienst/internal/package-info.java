/* SPDX-License-Identifier: EUPL-1.2 */
/** Reading of Dienste from jars and directories. */
@NullMarked
package de.kommunalsdk.dienst.internal;

import org.jspecify.annotations.NullMarked;
