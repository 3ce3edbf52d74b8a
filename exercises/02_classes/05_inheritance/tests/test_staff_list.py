"""A `Person`, an `Employee` who's a person, too, and children of theirs that are written in Python."""

import pytest
from staff_list import Employee, Person


def hire(name="Ada", salary=4000):
    """Make an employee."""
    try:
        return Employee(name, salary)
    except TypeError as error:
        return pytest.fail(f"Employee({name!r}, {salary}) should work: {error}")


def test_a_person_greets():
    assert Person("Ada").greet() == "Hello, Ada!", "Person('Ada').greet() should say 'Hello, Ada!'"


def test_an_employee_is_a_person():
    assert issubclass(Employee, Person), (
        "Employee should extend Person: issubclass(Employee, Person) is False"
    )
    assert isinstance(hire(), Person), "an employee should be an instance of Person"


def test_an_employee_has_what_a_person_has():
    ada = hire()
    for name in ("name", "greet"):
        assert hasattr(ada, name), f"an employee should have `{name}`, as every person does"
    assert ada.name == "Ada", f"the employee's name should be 'Ada', and is {ada.name!r}"
    assert ada.greet() == "Hello, Ada!", (
        f"the employee should be greeted as Ada, and not with {ada.greet()!r}"
    )


def test_an_employee_has_one_name():
    ada = hire()
    assert hasattr(ada, "name"), "an employee should have `name`, as every person does"
    ada.name = "Ada Lovelace"
    assert ada.name == "Ada Lovelace", f"after a new name was assigned, `name` is still {ada.name!r}"
    assert ada.greet() == "Hello, Ada Lovelace!", (
        f"the name was changed, but the greeting is {ada.greet()!r}: is the name stored twice?"
    )


def test_an_employee_has_a_salary():
    ada = hire(salary=4000)
    assert ada.salary == 4000, f"the salary should be 4000, and is {ada.salary}"
    ada.give_raise(500)
    assert ada.salary == 4500, f"500 more than 4000 is 4500, and the salary is {ada.salary}"


def test_a_person_has_no_salary():
    assert not hasattr(Person("Ada"), "salary"), "only employees have a salary"


@pytest.mark.parametrize("name", ["", "  "])
def test_an_employee_needs_a_name_like_every_person(name):
    with pytest.raises(ValueError):
        Employee(name, 4000)
        pytest.fail(f"Employee({name!r}, 4000) was accepted, but Person({name!r}) is refused")


def test_one_argument_too_many_is_an_error():
    with pytest.raises(TypeError):
        Employee("Ada", 4000, "Monday")
        pytest.fail("Employee('Ada', 4000, 'Monday') was accepted, but nobody knows what 'Monday' means")


def derive(parent, members):
    """Make a Python class with this parent."""
    try:
        return type("Child", (parent,), members)
    except TypeError as error:
        return pytest.fail(f"a Python class can't have {parent.__name__} as its parent: {error}")


@pytest.mark.parametrize("parent", [Person, Employee], ids=["Person", "Employee"])
def test_python_classes_may_derive_from(parent):
    arguments = ("Ada", 4000)[: 2 if parent is Employee else 1]
    child = derive(parent, {})(*arguments)
    assert isinstance(child, parent), f"an object of the child should be an instance of {parent.__name__}"
    assert isinstance(child, Person), "an object of the child should be an instance of Person"
    assert child.greet() == "Hello, Ada!", (
        f"the child should greet as a person does, and says {child.greet()!r}"
    )


def test_a_manager_in_python_has_a_team():
    def new(cls, name, salary, team):
        return Employee.__new__(cls, name, salary)

    def init(self, name, salary, team):
        self.team = team

    manager = derive(Employee, {"__new__": new, "__init__": init})("Grace", 6000, ["Ada", "Alan"])
    assert manager.team == ["Ada", "Alan"], f"the manager should have a team, and has {manager.team!r}"
    manager.give_raise(1)
    assert manager.salary == 6001, f"1 more than 6000 is 6001, and the salary is {manager.salary}"
    assert isinstance(manager, Person), "a manager is an employee, and an employee is a person"
    assert manager.greet() == "Hello, Grace!", (
        f"the manager should be greeted, too, and not with {manager.greet()!r}"
    )


def test_the_order_in_which_python_looks_for_methods():
    names = [cls.__name__ for cls in derive(Employee, {}).__mro__]
    assert names == ["Child", "Employee", "Person", "object"], (
        f"Python should look in Child, Employee, Person and object, in this order, and looks in {', '.join(names)}"
    )
