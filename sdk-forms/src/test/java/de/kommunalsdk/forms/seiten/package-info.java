/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of the pages' view models and of how they are rendered. */
@NullMarked
package de.kommunalsdk.forms.seiten;

import org.jspecify.annotations.NullMarked;
